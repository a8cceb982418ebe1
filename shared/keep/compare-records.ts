import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** The change that leads from some records to others: what is only in one, and what differs. */
export function changeBetween(from: Iterable<AnyRecord>, to: Iterable<AnyRecord>): Patch {
  const patch = emptyPatch();
  const before = new Map<string, AnyRecord>();
  for (const record of from) before.set(record.id, record);
  for (const record of to) {
    const was = before.get(record.id);
    before.delete(record.id);
    if (!was) patch.added[record.id] = record;
    else if (!sameRecord(was, record)) patch.updated[record.id] = [was, record];
  }
  for (const [id, record] of before) patch.removed[id] = record;
  return patch;
}
