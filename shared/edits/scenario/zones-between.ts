import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import type { Zone } from '#shared/model/zone.ts';

/**
 * The patch that leads from some zones to others. Zones count as the same when they are the same
 * object, as those are that no plan has touched; so this costs little however large a district is.
 */
export function zonesBetween(from: readonly Zone[], to: readonly Zone[]): Patch {
  const patch = emptyPatch();
  // As a rule plans have the same zones in the same order, most of which are the same objects.
  let same = 0;
  for (; same < from.length && from[same]!.id === to[same]?.id; same++) {
    const [before, zone] = [from[same]!, to[same]!];
    if (before !== zone) patch.updated[zone.id] = [before, zone];
  }
  const old = new Map(from.slice(same).map((zone) => [zone.id, zone]));
  for (const zone of to.slice(same)) {
    const before = old.get(zone.id);
    old.delete(zone.id);
    if (!before) patch.added[zone.id] = zone;
    else if (before !== zone) patch.updated[zone.id] = [before, zone];
  }
  for (const zone of old.values()) patch.removed[zone.id] = zone;
  return patch;
}

/** The zones of a plan that are not as shown, by id; null for those that it does not have. */
export function otherwiseIn(
  shown: readonly Zone[],
  plan: readonly Zone[],
): [id: string, zone: Zone | null][] {
  const { added, updated, removed } = zonesBetween(shown, plan);
  return [
    ...Object.values(added).map((zone): [string, Zone] => [zone.id, zone as Zone]),
    ...Object.values(updated).map(([, zone]): [string, Zone] => [zone.id, zone as Zone]),
    ...Object.keys(removed).map((id): [string, null] => [id, null]),
  ];
}
