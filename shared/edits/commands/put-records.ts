import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { recordTitle } from '#shared/edits/record-title.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** Adds records, or changes the fields of known ones. */
export const putRecords: Command<{ records: readonly AnyRecord[] }> = (document, { records }) => {
  const put = putPatch(document, records);
  if ('refused' in put) return put;
  const [first] = records;
  const isNew = Object.keys(put.patch.added).length > 0;
  const label: EditLabel =
    records.length === 1 && first
      ? { key: isNew ? 'edit.add' : 'edit.change', params: { title: recordTitle(first) } }
      : { key: isNew ? 'edit.addMany' : 'edit.changeMany', params: { count: records.length } };
  return {
    patch: put.patch,
    label,
    selection: records.map((record) => record.id),
  };
};
