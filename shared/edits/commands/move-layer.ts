import type { Position } from 'geojson';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import type { Zone } from '#shared/model/zone.ts';

/** Every position of nested coordinates moved by whole steps of the grid. */
function moved<T>(coordinates: T, east: number, north: number): T {
  const list = coordinates as unknown[];
  if (typeof list[0] === 'number') {
    const [x = 0, y = 0] = list as Position;
    return [fromGrid(toGrid(x) + east), fromGrid(toGrid(y) + north)] as T;
  }
  return list.map((part) => moved(part, east, north)) as T;
}

/**
 * Moves all zones together, by metres to the east and north: for a layer drawn in another system.
 * They move by whole steps of the grid, so common borders stay common.
 */
export const moveLayer: Command<{ eastM: number; northM: number }> = (document, args) => {
  const zones = document.all('zone');
  const district = document.all('district')[0];
  if (!district || zones.length === 0) return { refused: 'edit.refused.missing' };
  const [west, south, east, north] = areaBounds(district.geometry);
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const [x = 0, y = 0] = localMetres(middle, false).from([args.eastM, args.northM]);
  const steps = [toGrid(x - (middle[0] ?? 0)), toGrid(y - (middle[1] ?? 0))] as const;
  const put = putPatch(
    document,
    zones.map(
      (zone) =>
        ({
          ...zone,
          geometry: { ...zone.geometry, coordinates: moved(zone.geometry.coordinates, ...steps) },
        }) as Zone,
    ),
  );
  if ('refused' in put) return put;
  const rounded = (metres: number) => Math.round(metres * 100) / 100;
  return {
    patch: put.patch,
    label: {
      key: 'edit.repair.move',
      params: { east: rounded(args.eastM), north: rounded(args.northM) },
    },
    selection: [],
  };
};
