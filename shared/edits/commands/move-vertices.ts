import type { Position } from 'geojson';
import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { type BorderOptions, changeBorders } from '#shared/edits/redraw/change-borders.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { type LonLat, position } from '#shared/model/primitives.ts';
import { placeKey } from '#shared/topology/redraw/border-change.ts';

export interface VertexMove {
  from: LonLat;
  to: LonLat;
}

/**
 * Moves vertices to other places, all at once: every ring of every zone that has one moves with it, so
 * that borders which agree go on agreeing. Places are [longitude, latitude] in degrees and count on the
 * grid of 1e-7°.
 */
export const moveVertices: Command<{ moves: readonly VertexMove[] } & BorderOptions> = (
  document,
  args,
) => {
  const moves = new Map<string, Position>();
  for (const { from, to } of args.moves) {
    const target = position.safeParse(to);
    if (!target.success) return { refused: 'edit.refused.offTheMap' };
    const start: LonLat = [snapDegrees(from[0]), snapDegrees(from[1])];
    if (start[0] !== target.data[0] || start[1] !== target.data[1]) {
      moves.set(placeKey(start), target.data);
    }
  }
  if (moves.size === 0) return { refused: 'edit.refused.unchanged' };
  const changed = changeBorders(document, { stretches: [], moves }, args);
  if ('refused' in changed) {
    const isNowhere = changed.refused === 'edit.redraw.refused.noBorder';
    return isNowhere ? { refused: 'edit.refused.noVertex' } : changed;
  }
  const { patch, zones } = changed;
  const title = zones[0]?.name ?? '';
  const count = zones.length;
  let label: EditLabel = {
    key: 'edit.redraw.moveVertices',
    params: { vertices: moves.size, title },
  };
  if (moves.size === 1) {
    label =
      count === 1
        ? { key: 'edit.moveVertex', params: { title } }
        : { key: 'edit.moveSharedVertex', params: { title, count } };
  }
  return { patch, label, selection: zones.map(({ id }) => id) };
};
