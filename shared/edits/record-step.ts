import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { recordTitle } from './record-title.ts';

/** What a change did to one record. */
export interface RecordStep {
  id: string;
  kind: RecordKind;
  title: string;
  did: 'added' | 'removed' | 'updated';
}

/** What a pair of before and after did to its record; null for a pair of nothing. */
export function recordStep(from: AnyRecord | null, to: AnyRecord | null): RecordStep | null {
  const record = to ?? from;
  if (!record) return null;
  return {
    id: record.id,
    kind: record.kind,
    title: recordTitle(record),
    did: from ? (to ? 'updated' : 'removed') : 'added',
  };
}
