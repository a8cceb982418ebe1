import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { localDay } from '#shared/model/local-day.ts';

/** Enters a check-in by hand: somebody was there at a moment (ISO 8601 with offset) of the list's day. */
export const recordCheckIn: Command<{ listId: string; personId: string; at: string }> = (
  document,
  { listId, personId, at },
) => {
  const list = document.find('dutyList', listId);
  const person = document.find('person', personId);
  if (!list || !person) return { refused: 'edit.refused.missing' };
  const offset = document.all('project')[0]?.utcOffsetMinutes ?? 0;
  if (localDay(Date.parse(at), offset) !== list.day) {
    return { refused: 'edit.chainRefused.otherDay', params: { day: list.day } };
  }
  const { name, phone } = person;
  const put = putPatch(document, [
    { ...list, checkIns: [...list.checkIns, { personId, name, phone, at }] },
  ]);
  if ('refused' in put) return put;
  const label = { key: 'edit.chain.checkIn', params: { person: name, day: list.day } };
  return { patch: put.patch, label, selection: [personId] };
};
