import { isOnLeave } from '#shared/model/on-leave.ts';
import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { dutyListsOf, withStandIn } from '#shared/edits/duty-lists.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

interface StandIn {
  day: string;
  /** Who is on the list, as the roll of the day knows them. */
  key: string;
  /** Who comes instead; null: nobody any more. */
  standInId: string | null;
}

/** Says who comes in the place of somebody on the lists of a day. Posts stay as they are. */
export const appointStandIn: Command<StandIn> = (document, { day, key, standInId }) => {
  const { lists, means } = dutyListsOf(document, day);
  const named = lists.flatMap(({ entries }) => entries).find((entry) => means(entry, key));
  if (!named) return { refused: 'edit.refused.missing' };
  const person = document.find('person', named.personId ?? '')?.name ?? (named.name || named.phone);
  const standIn = standInId === null ? null : document.find('person', standInId);
  if (standIn === undefined) return { refused: 'edit.refused.missing' };
  if (standIn && standIn.id === key) {
    return { refused: 'edit.refused.ownStandIn', params: { person } };
  }
  if (standIn && isOnLeave(standIn, day)) {
    return { refused: 'edit.refused.standInOnLeave', params: { person: standIn.name, day } };
  }
  const put = putPatch(
    document,
    lists.map((list) => ({
      ...list,
      entries: list.entries.map((entry) =>
        means(entry, key) ? withStandIn(entry, standInId) : entry,
      ),
    })),
  );
  if ('refused' in put) return put;
  const label: EditLabel = standIn
    ? { key: 'edit.duty.standIn', params: { person, standIn: standIn.name } }
    : { key: 'edit.duty.noStandIn', params: { person } };
  return {
    patch: put.patch,
    label,
    selection: standIn ? [standIn.id] : [],
  };
};
