import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

/** Gives a person or an emergency team a phone number. */
export const enterPhone: Command<{ recordId: string; phone: string }> = (
  document,
  { recordId, phone },
) => {
  const record = document.find('person', recordId) ?? document.find('team', recordId);
  if (!record) return { refused: 'edit.refused.missing' };
  if (!/\d{3}/.test(phone)) {
    return { refused: 'edit.chainRefused.noNumber', params: { phone: phone.trim() } };
  }
  const put = putPatch(document, [{ ...record, phone: phone.trim() }]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.chain.phone', params: { name: record.name } },
    selection: [recordId],
  };
};
