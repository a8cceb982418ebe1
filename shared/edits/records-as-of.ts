import type { AnyRecord } from '#shared/model/record.ts';
import { asToday } from './as-today.ts';
import type { AuditRow } from './audit.ts';
import { reversePatch } from './patch.ts';

/**
 * How many rows of the log had been made at a moment (ms since 1970). A row is never older than one
 * before it: where a clock was set back in between, the time of the row before counts.
 */
function rowsUntil(rows: readonly AuditRow[], end: number): number {
  const later = rows.findIndex(({ time }) => Date.parse(time) > end);
  return later < 0 ? rows.length : later;
}

/**
 * The records as they stood at the moment `end` (ms since 1970), from how they stand now: what the
 * log says was done later is taken back. Before its first row they are as the log began with them.
 */
export function recordsAsOf(
  records: Iterable<AnyRecord>,
  rows: readonly AuditRow[],
  end: number,
): AnyRecord[] {
  const kept = rowsUntil(rows, end);
  /** As it stood then, by id; null for what was not there. */
  const then = new Map<string, AnyRecord | null>();
  for (let i = rows.length - 1; i >= kept; i--) {
    const { added, updated, removed } = reversePatch((rows[i] as AuditRow).patch);
    for (const id of Object.keys(removed)) then.set(id, null);
    for (const [id, [, to]] of Object.entries(updated)) then.set(id, to);
    for (const [id, record] of Object.entries(added)) then.set(id, record);
  }
  const found: AnyRecord[] = [];
  for (const record of records) {
    const before = then.get(record.id);
    if (before === undefined) found.push(record);
    else if (before) found.push(asToday(before));
    then.delete(record.id);
  }
  for (const record of then.values()) if (record) found.push(asToday(record));
  return found;
}
