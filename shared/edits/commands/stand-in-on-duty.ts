import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';
import type { Person } from '#shared/model/person.ts';
import type { RecordOf } from '#shared/model/record.ts';

type Row = Pick<RecordOf<'dutyList'>['entries'][number], 'personId' | 'name' | 'phone'>;

interface StandIn {
  listId: string;
  /** Who was to be on duty. */
  personId: string;
  standInId: string;
}

/** Whether a row of a list, as far as it says anything, means this person. */
function meaning(person: Person): (row: Row) => boolean {
  const digits = (phone: string) => phone.replaceAll(/\D/g, '');
  return ({ personId, name, phone }) => {
    if (personId !== null) return personId === person.id;
    const sameName = name.trim() === person.name;
    const samePhone = phone !== '' && digits(phone) === digits(person.phone);
    return sameName || samePhone;
  };
}

/** Puts somebody else on the list of a day in place of a person; the stand-in has to check in. */
export const standInOnDuty: Command<StandIn> = (document, { listId, personId, standInId }) => {
  const list = document.find('dutyList', listId);
  const person = document.find('person', personId);
  const standIn = document.find('person', standInId);
  if (!list || !person || !standIn) return { refused: 'edit.refused.missing' };
  if (isOnLeave(standIn, list.day)) {
    return { refused: 'edit.chainRefused.onLeave', params: { person: standIn.name, on: list.day } };
  }
  const meant = meaning(person);
  // A day may have several lists that name the person: in none of them they are asked for any more.
  const lists = document
    .all('dutyList')
    .filter((one) => one.day === list.day && one.entries.some(meant));
  if (personId === standInId || lists.length === 0) return { refused: 'edit.refused.unchanged' };
  const { name, phone } = standIn;
  const put = putPatch(
    document,
    lists.map((one) => ({
      ...one,
      entries: one.entries.map((entry) =>
        meant(entry) ? { personId: standInId, name, phone } : entry,
      ),
    })),
  );
  if ('refused' in put) return put;
  const params = { person: person.name, standIn: name, day: list.day };
  return { patch: put.patch, label: { key: 'edit.chain.standIn', params }, selection: [standInId] };
};
