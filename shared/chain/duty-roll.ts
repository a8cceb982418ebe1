import { localDayStart } from '#shared/model/local-day.ts';
import { namedKey, type PersonMatcher } from '#shared/model/person-matcher.ts';
import type { Person } from '#shared/model/person.ts';
import type { RecordOf } from '#shared/model/record.ts';

type DutyList = RecordOf<'dutyList'>;

/** Somebody who is to be on duty, as the lists of the day name them. */
export interface OnDuty {
  /** Person's id, or name and phone of somebody whom no record fits. */
  key: string;
  /** Null when nobody, or more than one person, fits the name and phone of the list. */
  person: Person | null;
  name: string;
  phone: string;
  /** The list that names them first. */
  listId: string;
  /** Who comes in their place on that day; null when nobody does. */
  standIn: Person | null;
  /** First check-in of the day (ms since 1970), theirs or the stand-in's; null when there is none. */
  checkedInAt: number | null;
  /** It was the stand-in who checked in first. */
  byStandIn: boolean;
}

const dayMs = 86_400_000;

/**
 * Everybody whom the lists of a day name, once each, with the first check-in of that day on the
 * district's clock; check-ins of other days and of people who are on no list do not count.
 */
export function dutyRoll(
  lists: readonly DutyList[],
  matcher: PersonMatcher,
  on: string,
  utcOffsetMinutes: number,
): Map<string, OnDuty> {
  const today = lists.filter((list) => list.day === on);
  const roll = new Map<string, OnDuty>();
  const standingInFor = new Map<string, OnDuty[]>();
  for (const { id: listId, entries } of today) {
    for (const entry of entries) {
      const person = matcher.find(entry);
      const key = namedKey(entry, person);
      // A row that names nobody asks for nobody.
      if (key === ' ') continue;
      let onDuty = roll.get(key);
      if (!onDuty) {
        const { name, phone } = person ?? entry;
        const nobody = { standIn: null, checkedInAt: null, byStandIn: false };
        onDuty = { key, person, name, phone, listId, ...nobody };
        roll.set(key, onDuty);
      }
      const standIn = matcher.byId(entry.standInId ?? '');
      if (!standIn || onDuty.standIn) continue;
      onDuty.standIn = standIn;
      standingInFor.set(standIn.id, [...(standingInFor.get(standIn.id) ?? []), onDuty]);
    }
  }
  const start = localDayStart(on, utcOffsetMinutes);
  const note = (onDuty: OnDuty, at: number, byStandIn: boolean) => {
    if (onDuty.checkedInAt !== null && onDuty.checkedInAt <= at) return;
    onDuty.checkedInAt = at;
    onDuty.byStandIn = byStandIn;
  };
  for (const { checkIns } of today) {
    for (const checkIn of checkIns) {
      const at = Date.parse(checkIn.at);
      if (at < start || at >= start + dayMs) continue;
      const person = matcher.find(checkIn);
      const own = roll.get(namedKey(checkIn, person));
      if (own) note(own, at, false);
      for (const other of standingInFor.get(person?.id ?? '') ?? []) note(other, at, true);
    }
  }
  return roll;
}
