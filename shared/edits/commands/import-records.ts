import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** Puts everything an import brings in one step; known records are updated under their id. */
export const importRecords: Command<{ records: readonly AnyRecord[]; label: EditLabel }> = (
  document,
  { records, label },
) => {
  const put = putPatch(document, records);
  return 'refused' in put ? put : { patch: put.patch, label, selection: [] };
};
