import type { AnyRecord } from '#shared/model/record.ts';
import type { AuditRow } from './audit.ts';
import type { Patch } from './patch.ts';

const replaceRecords = (patch: Patch, replace: (record: AnyRecord) => unknown) => {
  const each = (records: Record<string, AnyRecord>) =>
    Object.fromEntries(Object.entries(records).map(([id, record]) => [id, replace(record)]));
  return {
    added: each(patch.added),
    updated: Object.fromEntries(
      Object.entries(patch.updated).map(([id, [from, to]]) => [id, [replace(from), replace(to)]]),
    ),
    removed: each(patch.removed),
  };
};

/**
 * The row with its records replaced, those that it merged as well: by what stands for them where the log
 * is kept, and back.
 */
export const replaceInRow = (
  { merged, ...row }: AuditRow,
  replace: (record: AnyRecord) => unknown,
) => ({
  ...row,
  patch: replaceRecords(row.patch, replace),
  ...(merged && {
    merged: merged.map((one) => ({ ...one, patch: replaceRecords(one.patch, replace) })),
  }),
});
