import type { Command } from '#shared/edits/command.ts';
import { withStandIn } from '#shared/edits/duty-lists.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

interface Repetition {
  /** Day whose lists are taken. */
  from: string;
  /** Day that they shall hold for; it has no lists yet. */
  day: string;
  newId: () => string;
}

/** The lists of one day for another: who is on duty again, without check-ins and stand-ins. */
export const repeatDutyLists: Command<Repetition> = (document, { from, day, newId }) => {
  const lists = document.all('dutyList');
  if (lists.some((list) => list.day === day && list.entries.length > 0)) {
    return { refused: 'edit.refused.hasDutyList', params: { day } };
  }
  const repeated = lists
    .filter((list) => list.day === from && list.entries.length > 0)
    .map((list) => ({
      ...list,
      id: newId(),
      day,
      entries: list.entries.map((entry) => withStandIn(entry, null)),
      checkIns: [],
    }));
  const put = putPatch(document, repeated);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.duty.repeat', params: { from, day } },
    selection: [],
  };
};
