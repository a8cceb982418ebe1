import type { Command } from '#shared/edits/command.ts';
import type { BorderOptions } from '#shared/edits/redraw/change-borders.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { moveVertices } from './move-vertices.ts';

/**
 * Moves an edge of borders to the side: both its ends by the same steps of the grid, with all zones
 * that have them. `by` is in degrees east and north.
 */
export const moveEdge: Command<
  { edge: readonly [LonLat, LonLat]; by: readonly [number, number] } & BorderOptions
> = (document, { edge, by, ...options }) => {
  const moved = ([x, y]: LonLat): LonLat => [
    fromGrid(toGrid(x) + toGrid(by[0])),
    fromGrid(toGrid(y) + toGrid(by[1])),
  ];
  const moves = edge.map((from) => ({ from, to: moved(from) }));
  const result = moveVertices(document, { moves, ...options });
  if ('refused' in result) return result;
  const zone = document.find('zone', result.selection[0] ?? '');
  return {
    ...result,
    label: {
      key: 'edit.redraw.moveEdge',
      params: { title: zone?.name ?? '', count: result.selection.length },
    },
  };
};
