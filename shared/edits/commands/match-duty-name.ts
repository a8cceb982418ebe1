import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

interface Match {
  listId: string;
  /** As the list has them. */
  name: string;
  phone: string;
  personId: string;
}

/** Says which person a name on the lists of a day means, among those on duty and those checked in. */
export const matchDutyName: Command<Match> = (document, { listId, name, phone, personId }) => {
  const list = document.find('dutyList', listId);
  const person = document.find('person', personId);
  if (!list || !person) return { refused: 'edit.refused.missing' };
  const matched = <T extends { personId: string | null; name: string; phone: string }>(
    row: T,
  ): T => (row.name === name && row.phone === phone ? { ...row, personId } : row);
  const lists = document.all('dutyList').filter(({ day }) => day === list.day);
  const put = putPatch(
    document,
    lists.map((one) => ({
      ...one,
      entries: one.entries.map(matched),
      checkIns: one.checkIns.map(matched),
    })),
  );
  if ('refused' in put) return put;
  const params = { name: name || phone, person: person.name };
  return { patch: put.patch, label: { key: 'edit.chain.match', params }, selection: [personId] };
};
