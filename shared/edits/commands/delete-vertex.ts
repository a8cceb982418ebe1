import type { Position } from 'geojson';
import type { Command } from '#shared/edits/command.ts';
import { type BorderOptions, changeBorders } from '#shared/edits/redraw/change-borders.ts';
import { ringedNear } from '#shared/edits/redraw/ringed-near.ts';
import { ringsOf } from '#shared/edits/vertices.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { placeKey } from '#shared/topology/redraw/border-change.ts';
import { cornersAlong } from '#shared/topology/redraw/corners-along.ts';
import { withCorners } from '#shared/topology/redraw/with-corners.ts';

/**
 * Takes a vertex out of all borders that have it, which then run straight. A junction, where borders of
 * three zones meet, cannot be taken out: nobody could say where they should meet instead.
 */
export const deleteVertex: Command<{ at: LonLat } & BorderOptions> = (
  document,
  { at, ...options },
) => {
  const vertex: LonLat = [snapDegrees(at[0]), snapDegrees(at[1])];
  const near = ringedNear(document, [...vertex, ...vertex]);
  const corners = cornersAlong(
    near.map(({ geometry }) => geometry),
    [vertex],
  );
  const key = placeKey(vertex);
  const beside = new Map<string, Position>();
  for (const zone of near) {
    const geometry = withCorners(zone.geometry, [vertex, ...corners]) as typeof zone.geometry;
    for (const ring of ringsOf({ ...zone, geometry } as typeof zone)) {
      const open = ring.slice(0, -1);
      open.forEach((position, i) => {
        if (placeKey(position) !== key) return;
        for (const next of [open.at(i - 1)!, open[(i + 1) % open.length]!]) {
          beside.set(placeKey(next), next);
        }
      });
    }
  }
  const [before, after, ...others] = beside.values();
  if (!before || !after) return { refused: 'edit.refused.noVertex' };
  if (others.length > 0) return { refused: 'edit.redraw.refused.junction' };
  const stretches = [{ from: [before, vertex, after], to: [before, after] }];
  const changed = changeBorders(document, { stretches, moves: new Map() }, options);
  if ('refused' in changed) return changed;
  const { patch, zones } = changed;
  return {
    patch,
    label: {
      key: 'edit.redraw.deleteVertex',
      params: { title: zones[0]?.name ?? '', count: zones.length },
    },
    selection: zones.map(({ id }) => id),
  };
};
