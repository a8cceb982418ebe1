import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { asToday } from './as-today.ts';
import type { AuditRow } from './audit.ts';
import { reversePatch, squashPatches } from './patch.ts';

/** Records as they stood, where that is not as they stand now: by id; null for what was not there. */
export type RecordsThen = [id: string, record: AnyRecord | null][];

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
