import type { Command } from '#shared/edits/command.ts';
import { dutyListsOf, type DutyEntry } from '#shared/edits/duty-lists.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

interface Identity {
  day: string;
  /** Somebody on the lists whom nobody, or more than one person, fits. */
  key: string;
  personId: string;
}

/** Says which person a name on the lists of a day means, in every row that names them. */
export const identifyOnDuty: Command<Identity> = (document, { day, key, personId }) => {
  const person = document.find('person', personId);
  const { lists, means } = dutyListsOf(document, day);
  const rows = lists.flatMap(({ entries, checkIns }) => [...entries, ...checkIns]);
  const named = rows.find((row) => means(row, key));
  if (!person || !named) return { refused: 'edit.refused.missing' };
  const known = <Row extends Pick<DutyEntry, 'personId' | 'name' | 'phone'>>(row: Row): Row =>
    means(row, key) ? { ...row, personId } : row;
  const put = putPatch(
    document,
    lists.map((list) => ({
      ...list,
      entries: list.entries.map(known),
      checkIns: list.checkIns.map(known),
    })),
  );
  if ('refused' in put) return put;
  const { name, phone } = named;
  return {
    patch: put.patch,
    label: { key: 'edit.duty.identify', params: { name: name || phone, person: person.name } },
    selection: [personId],
  };
};
