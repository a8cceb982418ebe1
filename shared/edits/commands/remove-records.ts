import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { recordKinds } from '#shared/model/record.ts';

/**
 * Removes records, and with them what means nothing alone: posts of a removed place go too,
 * and the borders of a removed area. Whoever
 * merely pointed there points to nothing: a removed person leaves posts vacant, a removed street
 * leaves its communities without one. A district stays as long as it has streets.
 */
export const removeRecords: Command<{ ids: readonly string[] }> = (document, { ids }) => {
  const gone = new Set(ids);
  const patch = emptyPatch();
  for (const id of gone) {
    const record = document.get(id);
    if (!record) return { refused: 'edit.refused.missing' };
    if (record.kind === 'project') return { refused: 'edit.refused.project' };
    patch.removed[id] = record;
  }
  if (gone.size === 0) return { refused: 'edit.refused.unchanged' };
  const bound = document
    .all('street')
    .find((street) => gone.has(street.districtId) && !gone.has(street.id));
  if (bound) return { refused: 'edit.refused.hasStreets', params: { street: bound.name } };

  for (const kind of recordKinds) {
    for (const record of document.all(kind)) {
      if (gone.has(record.id)) continue;
      if (
        (record.kind === 'post' && gone.has(record.targetId)) ||
        (record.kind === 'border' && record.partyIds.some((id) => gone.has(id))) ||
        (record.kind === 'lock' && record.what.of === 'zone' && gone.has(record.what.zoneId))
      ) {
        patch.removed[record.id] = record;
        continue;
      }
      const loosened = loosen(record, gone);
      if (!sameRecord(record, loosened)) patch.updated[record.id] = [record, loosened];
    }
  }
  const [first] = gone;
  const only = gone.size === 1 && first ? patch.removed[first] : undefined;
  const label: EditLabel = only
    ? { key: 'edit.remove', params: { title: recordTitle(only) } }
    : { key: 'edit.removeMany', params: { count: gone.size } };
  return { patch, label, selection: [] };
};

/** The record without references to what is gone. */
function loosen(record: AnyRecord, gone: ReadonlySet<string>): AnyRecord {
  const keep = (id: string | null) => (id !== null && gone.has(id) ? null : id);
  switch (record.kind) {
    case 'community':
      return { ...record, streetId: keep(record.streetId) };
    case 'zone':
    case 'organisation':
      return { ...record, parentId: keep(record.parentId) };
    case 'post':
      return {
        ...record,
        personId: keep(record.personId),
        deputyId: keep(record.deputyId),
        organisationId: keep(record.organisationId),
      };
    case 'person':
      return {
        ...record,
        organisationId: keep(record.organisationId),
        leave: record.leave.map((leave) => ({ ...leave, deputyId: keep(leave.deputyId) })),
      };
    case 'team':
      return { ...record, memberIds: record.memberIds.filter((id) => !gone.has(id)) };
    case 'dutyList':
      return {
        ...record,
        entries: record.entries.map(({ standInId, ...entry }) => ({
          ...entry,
          personId: keep(entry.personId),
          ...(standInId !== undefined && !gone.has(standInId) && { standInId }),
        })),
        checkIns: record.checkIns.map((entry) => ({ ...entry, personId: keep(entry.personId) })),
      };
    case 'scene':
      return { ...record, selectedId: keep(record.selectedId) };
    default:
      return record;
  }
}
