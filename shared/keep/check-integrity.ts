import type { AuditRow } from '#shared/edits/audit.ts';
import { changesOf } from '#shared/edits/patch.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import { sameToday } from '#shared/edits/same-today.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { referencesOf } from '#shared/model/references.ts';

/** Something in a stored project that should not be so. Nothing is ever repaired by itself. */
export interface IntegrityProblem {
  /**
   * `missing`: the record names another that is not there; `wrongKind`: one of a kind that cannot be
   * meant; `unlike`: it is not as the log says it was last written; `lost`: the log says it is there;
   * `undead`: the log says it was removed; `twice`: another record has the same id.
   */
  what: 'missing' | 'wrongKind' | 'unlike' | 'lost' | 'undead' | 'twice';
  id: string;
  kind: RecordKind;
  title: string;
  /** For references: the field, and what it names. */
  field: string | null;
  target: string | null;
  /** Where data and log disagree: the record as it is stored and as the log says; null for not there. */
  stored: AnyRecord | null;
  logged: AnyRecord | null;
}

/** Kinds that a field may name. */
const meant: Readonly<Record<string, readonly RecordKind[]>> = {
  districtId: ['district'],
  streetId: ['street'],
  personId: ['person'],
  memberIds: ['person'],
  organisationId: ['organisation'],
  targetId: ['district', 'street', 'community', 'zone', 'point'],
  partyIds: ['street', 'community', 'zone'],
  zoneId: ['zone'],
};

/**
 * Looks through a stored project: ids that are there twice, references that lead nowhere, and every record
 * that the log tells of against what it says was written last. A step for each record and row.
 */
export function* checkIntegrity(
  records: readonly AnyRecord[],
  audit: readonly AuditRow[],
): Generator<void, IntegrityProblem[], undefined> {
  const problems: IntegrityProblem[] = [];
  const add = (
    what: IntegrityProblem['what'],
    record: AnyRecord,
    more: Partial<Pick<IntegrityProblem, 'field' | 'target' | 'stored' | 'logged'>> = {},
  ) => {
    const { id, kind } = record;
    const none = { field: null, target: null, stored: null, logged: null };
    problems.push({ what, id, kind, title: recordTitle(record), ...none, ...more });
  };
  const byId = new Map<string, AnyRecord>();
  for (const record of records) {
    if (byId.has(record.id)) add('twice', record);
    byId.set(record.id, record);
    yield;
  }
  for (const record of records) {
    for (const { field, id } of referencesOf(record)) {
      const target = byId.get(id);
      if (!target) add('missing', record, { field, target: id });
      else if (!(meant[field] ?? [target.kind]).includes(target.kind)) {
        add('wrongKind', record, { field, target: id });
      }
    }
    yield;
  }
  const last = new Map<string, { record: AnyRecord; isThere: boolean }>();
  for (const { patch } of audit) {
    for (const [from, to] of changesOf(patch)) {
      const record = (to ?? from) as AnyRecord;
      last.set(record.id, { record, isThere: to !== null });
    }
    yield;
  }
  for (const [id, { record, isThere }] of last) {
    const stored = byId.get(id);
    if (isThere && !stored) add('lost', record, { logged: record });
    else if (!isThere && stored) add('undead', stored, { stored });
    else if (stored && !sameToday(stored, record)) {
      add('unlike', stored, { stored, logged: record });
    }
    yield;
  }
  return problems;
}
