import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { phoneRefusals } from '#shared/edits/roster/phone-refusals.ts';
import { phoneFault } from '#shared/model/phone-fault.ts';
import type { Person } from '#shared/model/person.ts';

interface PersonChanges {
  name?: string;
  /** Empty: no number is known. */
  phone?: string;
  organisationId?: string | null;
}

/** Puts right name, phone or unit of people, one or many in one step. */
export const changePerson: Command<{ ids: readonly string[]; changes: PersonChanges }> = (
  document,
  { ids, changes },
) => {
  const { name, phone, organisationId } = changes;
  if (name?.trim() === '') return { refused: 'edit.rosterRefused.noName' };
  const fault = phone === undefined ? null : phoneFault(phone);
  if (fault) return { refused: phoneRefusals[fault], params: { phone: phone ?? '' } };
  if (organisationId && !document.find('organisation', organisationId)) {
    return { refused: 'edit.refused.missing' };
  }
  const people: Person[] = [];
  for (const id of ids) {
    const before = document.find('person', id);
    if (!before) return { refused: 'edit.refused.missing' };
    people.push({
      ...before,
      ...(name !== undefined && { name: name.trim() }),
      ...(phone !== undefined && { phone: phone.trim() }),
      ...(organisationId !== undefined && { organisationId }),
    });
  }
  const put = putPatch(document, people);
  if ('refused' in put) return put;
  const [first] = people;
  const label: EditLabel =
    people.length === 1 && first
      ? { key: 'edit.change', params: { title: document.find('person', first.id)?.name ?? '' } }
      : { key: 'edit.roster.changePeople', params: { count: people.length } };
  return { patch: put.patch, label, selection: [...ids] };
};
