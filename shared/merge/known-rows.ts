import type { AuditRow, MergedRow } from '#shared/edits/audit.ts';

/**
 * Ids of all rows that a log knows: its own, and those it has merged from other copies. What came with a
 * merge that was taken back is not known, so that it can be merged again.
 */
export function knownRows(log: readonly AuditRow[]): Set<string> {
  const known = new Set<string>();
  const byId = new Map(log.map((row) => [row.id, row]));
  for (const row of log) {
    known.add(row.id);
    const source = row.of === null ? row : byId.get(row.of);
    for (const { id } of source?.merged ?? []) {
      if (row.action === 'undo') known.delete(id);
      else known.add(id);
    }
  }
  return known;
}

/**
 * Rows that a log knows and `known` does not hold, oldest first; each merged row stands before its merge. What came
 * with a merge that was taken back is not handed on: whoever got it that way would take it for settled, and could
 * not get it from those who wrote it any more.
 */
export function newRows(log: readonly AuditRow[], known: ReadonlySet<string>): MergedRow[] {
  const own = knownRows(log);
  const found = new Map<string, MergedRow>();
  for (const { merged = [], ...row } of log) {
    for (const one of [...merged, row]) {
      if (own.has(one.id) && !known.has(one.id)) found.set(one.id, one);
    }
  }
  return [...found.values()];
}
