import type { Command } from '#shared/edits/command.ts';
import { type BorderOptions, changeBorders } from '#shared/edits/redraw/change-borders.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { type LonLat, position } from '#shared/model/primitives.ts';

/**
 * Puts a vertex into an edge of borders, for all zones that have the edge. It need not lie on the edge:
 * the border then bends there.
 */
export const insertVertex: Command<
  { edge: readonly [LonLat, LonLat]; at: LonLat } & BorderOptions
> = (document, { edge, at, ...options }) => {
  const target = position.safeParse(at);
  if (!target.success) return { refused: 'edit.refused.offTheMap' };
  const [a, b] = edge.map(([x, y]): LonLat => [snapDegrees(x), snapDegrees(y)]) as [LonLat, LonLat];
  const isEnd = [a, b].some(([x, y]) => x === target.data[0] && y === target.data[1]);
  if (isEnd) return { refused: 'edit.refused.unchanged' };
  const stretches = [{ from: [a, b], to: [a, target.data, b] }];
  const changed = changeBorders(document, { stretches, moves: new Map() }, options);
  if ('refused' in changed) return changed;
  const { patch, zones } = changed;
  return {
    patch,
    label: {
      key: 'edit.redraw.insertVertex',
      params: { title: zones[0]?.name ?? '', count: zones.length },
    },
    selection: zones.map(({ id }) => id),
  };
};
