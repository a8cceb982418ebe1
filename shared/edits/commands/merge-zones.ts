import type { Command } from '#shared/edits/command.ts';
import { squashPatches } from '#shared/edits/patch.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { answersAlike } from '#shared/edits/redraw/answers-alike.ts';
import { raisedToStreet } from '#shared/edits/redraw/raised-to-street.ts';
import { patchedView } from '#shared/edits/repair/patched-view.ts';
import { hasRings } from '#shared/edits/vertices.ts';
import type { Area } from '#shared/model/geometry.ts';
import { mergeGrounds } from '#shared/topology/redraw/merge-grounds.ts';
import { removeRecords } from './remove-records.ts';

/**
 * Makes several zones one: the first keeps its name, code and holders and gets all the ground, the
 * others go with what hangs on them (posts, entries of the border register). Zones that do not touch
 * make one zone in several parts; one that comes to reach beyond its community belongs to the street.
 */
export const mergeZones: Command<{ zoneIds: readonly string[]; name?: string }> = (
  document,
  { zoneIds, name },
) => {
  const ids = [...new Set(zoneIds)];
  const zones = ids.flatMap((id) => document.find('zone', id) ?? []);
  const [first, ...others] = zones;
  if (!first || zones.length < ids.length) return { refused: 'edit.refused.missing' };
  if (others.length === 0) return { refused: 'edit.redraw.refused.mergeNeedsTwo' };
  const shaped = zones.find((zone) => !hasRings(zone));
  if (shaped) {
    return { refused: 'edit.repairRefused.fixedShape', params: { zone: shaped.name } };
  }
  const other = others.find((zone) => !answersAlike(zone, first));
  if (other) {
    return {
      refused: 'edit.redraw.refused.unlike',
      params: { a: first.name, b: other.name },
    };
  }
  const merged = mergeGrounds(zones.filter(hasRings).map(({ geometry }) => geometry as Area));
  const record = { ...first, geometry: merged, ...(name?.trim() && { name: name.trim() }) };
  const put = putPatch(document, [record as typeof first]);
  if ('refused' in put) return put;
  put.patch = raisedToStreet(document, put.patch);
  const removed = removeRecords(patchedView(document, put.patch), {
    ids: others.map(({ id }) => id),
  });
  if ('refused' in removed) return removed;
  return {
    patch: squashPatches([put.patch, removed.patch]),
    label: { key: 'edit.redraw.merge', params: { title: record.name, count: zones.length } },
    selection: [first.id],
  };
};
