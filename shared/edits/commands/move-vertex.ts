import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { withVertexMoved, zonesAtVertex } from '#shared/edits/vertices.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { type LonLat, position } from '#shared/model/primitives.ts';

/**
 * Moves a vertex to another place: every ring of every zone that has it moves with it, so that
 * borders which agree go on agreeing. The outline of the district is never moved. Places are
 * [longitude, latitude] in degrees and count on the grid of 1e-7°.
 */
export const moveVertex: Command<{ from: LonLat; to: LonLat }> = (document, args) => {
  const target = position.safeParse(args.to);
  if (!target.success) return { refused: 'edit.refused.offTheMap' };
  const from: LonLat = [snapDegrees(args.from[0]), snapDegrees(args.from[1])];
  const to = target.data;
  if (from[0] === to[0] && from[1] === to[1]) return { refused: 'edit.refused.unchanged' };
  const zones = zonesAtVertex(document.all('zone'), from);
  const [first] = zones;
  if (!first) return { refused: 'edit.refused.noVertex' };
  const patch = emptyPatch();
  for (const zone of zones) {
    const moved = withVertexMoved(zone, from, to);
    if (!moved) return { refused: 'edit.refused.ringCollapses', params: { title: zone.name } };
    patch.updated[zone.id] = [zone, moved];
  }
  const label: EditLabel =
    zones.length === 1
      ? { key: 'edit.moveVertex', params: { title: first.name } }
      : { key: 'edit.moveSharedVertex', params: { title: first.name, count: zones.length } };
  return { patch, label, selection: zones.map(({ id }) => id) };
};
