import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { ZoneChanges } from '#shared/model/zone-changes.ts';

/**
 * The patch that carries zone changes out on a document, which may have moved on since they were made: what
 * is there in another form is changed from that form, what is gone is not removed again.
 */
export function zonePatch(document: DocumentView, changes: ZoneChanges): Patch {
  const patch = emptyPatch();
  const put = (zone: Zone): void => {
    const now = document.find('zone', zone.id);
    if (!now) patch.added[zone.id] = zone;
    else if (!sameRecord(now, zone)) patch.updated[zone.id] = [now, zone];
  };
  for (const zone of changes.added) put(zone);
  for (const [, to] of changes.updated) put(to);
  for (const { id } of changes.removed) {
    const now = document.find('zone', id);
    if (now) patch.removed[id] = now;
  }
  return patch;
}

/** What a patch changes about zones. */
export function zoneChangesOf(patch: Patch): ZoneChanges {
  const zones = (records: Patch['added']): Zone[] =>
    Object.values(records).flatMap((record) => (record.kind === 'zone' ? [record] : []));
  return {
    added: zones(patch.added),
    updated: Object.values(patch.updated).flatMap(([from, to]): [Zone, Zone][] =>
      from.kind === 'zone' && to.kind === 'zone' ? [[from, to]] : [],
    ),
    removed: zones(patch.removed),
  };
}

/** How many zones some changes are about. */
export function changeCount({ added, updated, removed }: ZoneChanges): number {
  return added.length + updated.length + removed.length;
}

/** Ids of zones that the plan in force has changed since a scenario changed them. */
export function conflictsOf(document: DocumentView, changes: ZoneChanges): string[] {
  const differs = (zone: Zone): boolean => {
    const now = document.find('zone', zone.id);
    return !now || !sameRecord(now, zone);
  };
  return [
    ...changes.added.filter(({ id }) => document.get(id) !== undefined),
    ...changes.updated.map(([from]) => from).filter(differs),
    ...changes.removed.filter(differs),
  ].map(({ id }) => id);
}
