import type { Position } from 'geojson';
import { putPatch } from '#shared/edits/put-patch.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';

/** Every position of nested coordinates moved by whole steps of the grid. */
function moved<T>(coordinates: T, east: number, north: number): T {
  const list = coordinates as unknown[];
  if (typeof list[0] === 'number') {
    const [x = 0, y = 0] = list as Position;
    return [fromGrid(toGrid(x) + east), fromGrid(toGrid(y) + north)] as T;
  }
  return list.map((part) => moved(part, east, north)) as T;
}

/** Metres to the east and to the north. */
export interface Shift {
  eastM: number;
  northM: number;
}

/**
 * The patch that moves records together, by metres as they are in the middle of `around`: by whole
 * steps of the grid, so that common borders stay common.
 */
export function shiftRecords(
  document: DocumentView,
  records: readonly (AnyRecord & { geometry: { coordinates: unknown } })[],
  around: Ground,
  { eastM, northM }: Shift,
): ReturnType<typeof putPatch> {
  const [west, south, east, north] = areaBounds(around);
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const [x = 0, y = 0] = localMetres(middle, false).from([eastM, northM]);
  const steps = [toGrid(x - (middle[0] ?? 0)), toGrid(y - (middle[1] ?? 0))] as const;
  return putPatch(
    document,
    records.map((record) => {
      const coordinates = moved(record.geometry.coordinates, ...steps);
      return { ...record, geometry: { ...record.geometry, coordinates } } as AnyRecord;
    }),
  );
}

/** A shift as a label tells it: to the centimetre. */
export function shiftParams({ eastM, northM }: Shift): { east: number; north: number } {
  const rounded = (metres: number) => Math.round(metres * 100) / 100;
  return { east: rounded(eastM), north: rounded(northM) };
}
