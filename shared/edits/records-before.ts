import { type AnyRecord, type RecordKind, recordSchemas } from '#shared/model/record.ts';
import type { AuditRow } from './audit.ts';
import { reversePatch, squashPatches } from './patch.ts';

/** Records as they stood, where that is not as they stand now: by id; null for what was not there. */
export type RecordsThen = [id: string, record: AnyRecord | null][];

/** History may be of an older schema version: fields that came since have their defaults. */
function asToday(record: AnyRecord): AnyRecord {
  // Outlines may be many and long, and their form has never changed.
  if ('geometry' in record || record.kind === 'issueChunk') return record;
  const parsed = recordSchemas[record.kind].safeParse(record);
  return parsed.success ? (parsed.data as AnyRecord) : record;
}

/**
 * What stood otherwise when the log had only its first `kept` rows, of records of these kinds. All
 * later rows of the log must be there.
 */
export function recordsBefore(
  rows: readonly AuditRow[],
  kept: number,
  kinds: readonly RecordKind[],
): RecordsThen {
  const later = rows.slice(kept).toReversed();
  const { added, updated, removed } = squashPatches(later.map(({ patch }) => reversePatch(patch)));
  const wanted = (record: AnyRecord) => kinds.includes(record.kind);
  return [
    ...Object.values(added).filter(wanted).map(asToday),
    ...Object.values(updated)
      .map(([, to]) => to)
      .filter(wanted)
      .map(asToday),
  ]
    .map((record): RecordsThen[number] => [record.id, record])
    .concat(
      Object.values(removed)
        .filter(wanted)
        .map((record): RecordsThen[number] => [record.id, null]),
    );
}
