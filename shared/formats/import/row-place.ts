import type { Geometry, Position } from 'geojson';
import type { TableRow } from '#shared/formats/table.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { RowRefused } from './plan.ts';
import type { RowReader } from './row-reader.ts';

type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>;

function refusePosition(longitude: number, latitude: number, swapped: boolean): void {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return;
  // Said in the order of the file, as the user will look for it there.
  const [x, y] = swapped ? [latitude, longitude] : [longitude, latitude];
  const looksSwapped = Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
  throw new RowRefused(looksSwapped ? 'swapped' : 'outOfRange', { x, y });
}

function checkNested(coordinates: unknown, swapped: boolean): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (typeof coordinates[0] !== 'number') {
    return coordinates.map((part: unknown) => checkNested(part, swapped));
  }
  const [x = Number.NaN, y = Number.NaN] = coordinates as Position;
  const position = swapped ? [y, x] : [x, y];
  refusePosition(position[0] as number, position[1] as number, swapped);
  return position;
}

/**
 * Geometry of a row on the 1e-7° grid, [longitude, latitude].
 * @throws RowRefused when it has none, or none on earth.
 */
export function rowGeometry(row: TableRow, swapped: boolean): Simple {
  if (row.problem !== null) throw new RowRefused(row.problem);
  const { geometry } = row;
  if (!geometry) throw new RowRefused('noGeometry');
  if (geometry.type === 'GeometryCollection') throw new RowRefused('collection');
  const coordinates = checkNested(geometry.coordinates, swapped);
  return snapGeometry({ type: geometry.type, coordinates } as Simple);
}

/**
 * Position of a row on the 1e-7° grid, from its point or from its two columns.
 * @throws RowRefused when there is none, or none on earth.
 */
export function rowPosition(row: TableRow, reader: RowReader, swapped: boolean): LonLat {
  if (row.geometry || row.problem !== null) {
    const geometry = rowGeometry(row, swapped);
    if (geometry.type === 'Point') return geometry.coordinates as LonLat;
    const [only] = geometry.coordinates;
    if (geometry.type === 'MultiPoint' && geometry.coordinates.length === 1) return only as LonLat;
    throw new RowRefused('notPoint', { type: geometry.type });
  }
  const x = reader.longitude.degrees(row);
  const y = reader.latitude.degrees(row);
  if (x === null || y === null) throw new RowRefused('noPosition');
  if (x === 0 && y === 0) throw new RowRefused('zeroPosition');
  const [longitude = 0, latitude = 0] = reader.place(swapped ? [y, x] : [x, y]);
  refusePosition(longitude, latitude, swapped);
  return [snapDegrees(longitude), snapDegrees(latitude)];
}
