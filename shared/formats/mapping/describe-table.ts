import type { Geometry, Position } from 'geojson';
import type { CellValue, Table } from '#shared/formats/table.ts';
import { parseDegrees } from '#shared/formats/values/degrees.ts';

export type GeometryFamily = 'area' | 'line' | 'point';

/** What a table looks like: all that is needed to propose and to show a mapping of it. */
export interface TableDescription {
  layer: string;
  columns: { name: string; samples: CellValue[] }[];
  rowCount: number;
  /** Rows whose geometry is of each family. */
  families: Record<GeometryFamily, number>;
  /** Rows with a geometry that cannot be read. */
  unreadable: number;
  /** Most of the geometries have a latitude no earth has, and would be right with the two exchanged. */
  swapped: boolean;
  /** Most of the geometries are in metres or the like, not in degrees. */
  projected: boolean;
}

const sampleCount = 4;

export function familyOf(geometry: Geometry): GeometryFamily {
  if (geometry.type.endsWith('Polygon')) return 'area';
  return geometry.type.endsWith('LineString') ? 'line' : 'point';
}

/** First position of a geometry: enough to tell how its numbers are meant. */
function firstPosition(geometry: Geometry): Position | null {
  let part: unknown = geometry.type === 'GeometryCollection' ? [] : geometry.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return Array.isArray(part) && part.length >= 2 ? (part as Position) : null;
}

/** How most of some positions can be read as [longitude, latitude]. */
export function judgePositions(positions: readonly Position[]): {
  swapped: boolean;
  projected: boolean;
} {
  let swapped = 0;
  let projected = 0;
  for (const [x = 0, y = 0] of positions) {
    if (Math.abs(x) > 180 || Math.abs(y) > 180) projected += 1;
    else if (Math.abs(y) > 90 && Math.abs(x) <= 90) swapped += 1;
  }
  const half = positions.length / 2;
  return { swapped: swapped > half, projected: projected > half };
}

/** Samples of a column: its first different values. */
function samplesOf(table: Table, column: number): CellValue[] {
  const samples = new Set<CellValue>();
  for (const row of table.rows) {
    const cell = row.cells[column] ?? null;
    if (cell !== null) samples.add(typeof cell === 'string' ? cell.slice(0, 80) : cell);
    if (samples.size >= sampleCount) break;
  }
  return [...samples];
}

export function describeTable(table: Table): TableDescription {
  const families = { area: 0, line: 0, point: 0 };
  const positions: Position[] = [];
  let unreadable = 0;
  for (const row of table.rows) {
    if (row.problem !== null) unreadable += 1;
    if (!row.geometry) continue;
    families[familyOf(row.geometry)] += 1;
    const position = firstPosition(row.geometry);
    if (position) positions.push(position);
  }
  return {
    layer: table.layer,
    columns: table.columns.map((name, index) => ({ name, samples: samplesOf(table, index) })),
    rowCount: table.rows.length,
    families,
    unreadable,
    ...judgePositions(positions),
  };
}

/** Whether the longitudes and latitudes of two columns stand in the wrong order, going by samples. */
export function samplesSwapped(
  longitudes: readonly CellValue[],
  latitudes: readonly CellValue[],
): boolean {
  const positions: Position[] = [];
  longitudes.forEach((cell, index) => {
    const longitude = parseDegrees(cell);
    const latitude = parseDegrees(latitudes[index] ?? null);
    if (longitude !== null && latitude !== null) positions.push([longitude, latitude]);
  });
  return positions.length > 0 && judgePositions(positions).swapped;
}
