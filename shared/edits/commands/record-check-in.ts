import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { dutyListsOf } from '#shared/edits/duty-lists.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { localDay, localTime } from '#shared/model/local-day.ts';
import type { RecordOf } from '#shared/model/record.ts';

interface CheckIn {
  day: string;
  /** Whom it is about, as the roll of the day knows them. */
  key: string;
  personId: string | null;
  name: string;
  phone: string;
  /** Moment (ms since 1970) on that day; null takes back what is there. */
  at: number | null;
  /** Identifier for the list of check-ins by hand, if there is none of that day yet. */
  newId: string;
}

/** Lists without a source are those that were entered by hand. */
const byHand = '';

/**
 * Says by hand when somebody checked in on a day, instead of all that the lists say about it. It is
 * kept in a list of its own, so that importing a list again does not lose it.
 */
export const recordCheckIn: Command<CheckIn> = (document, checkIn) => {
  const { day, key, personId, name, phone, at, newId } = checkIn;
  const offset = document.all('project')[0]?.utcOffsetMinutes ?? 480;
  if (at !== null && localDay(at, offset) !== day) {
    return { refused: 'edit.refused.otherDay', params: { day } };
  }
  const { lists, means } = dutyListsOf(document, day);
  const cleared = lists.map((list) => {
    return { ...list, checkIns: list.checkIns.filter((entry) => !means(entry, key)) };
  });
  if (at !== null) {
    const own = cleared.find(({ source, entries }) => source === byHand && entries.length === 0);
    const moment = new Date(at).toISOString();
    const entry = { personId, name, phone, at: moment };
    if (own) own.checkIns = [...own.checkIns, entry];
    else {
      const list: RecordOf<'dutyList'> = {
        kind: 'dutyList',
        id: newId,
        day,
        source: byHand,
        entries: [],
        checkIns: [entry],
      };
      cleared.push(list);
    }
  }
  const put = putPatch(document, cleared);
  if ('refused' in put) return put;
  const person = name || phone;
  const label: EditLabel =
    at === null
      ? { key: 'edit.duty.clear', params: { person } }
      : { key: 'edit.duty.checkIn', params: { person, time: localTime(at, offset) } };
  return { patch: put.patch, label, selection: personId === null ? [] : [personId] };
};
