import type { AnyRecord } from '#shared/model/record.ts';
import type { AuditRow } from './audit.ts';
import type { Patch } from './patch.ts';

/** The same project under another id, in its records and all through its log. */
export function renameProject(
  whole: { records: readonly AnyRecord[]; audit: readonly AuditRow[] },
  from: string,
  to: string,
): { records: AnyRecord[]; audit: AuditRow[] } {
  const rename = (record: AnyRecord): AnyRecord =>
    record.id === from ? { ...record, id: to } : record;
  const each = (records: Record<string, AnyRecord>) =>
    Object.fromEntries(Object.values(records).map((record) => [rename(record).id, rename(record)]));
  const patch = (before: Patch): Patch => ({
    added: each(before.added),
    updated: Object.fromEntries(
      Object.values(before.updated).map(([old, now]) => [
        rename(now).id,
        [rename(old), rename(now)],
      ]),
    ),
    removed: each(before.removed),
  });
  return {
    records: whole.records.map(rename),
    audit: whole.audit.map((row) => ({
      ...row,
      patch: patch(row.patch),
      ...(row.merged && {
        merged: row.merged.map((one) => ({ ...one, patch: patch(one.patch) })),
      }),
    })),
  };
}
