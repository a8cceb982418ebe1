import { localDay } from '#shared/model/local-day.ts';
import type { Person } from '#shared/model/person.ts';
import type { RecordOf } from '#shared/model/record.ts';

type DutyList = RecordOf<'dutyList'>;
type Named = DutyList['entries'][number];

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
  /** First check-in of the day (ms since 1970); null when there is none. */
  checkedInAt: number | null;
}

/** Digits of a number, without the 86 that some lists put before mobile numbers. */
const digits = (phone: string) => phone.replaceAll(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
const plain = (name: string) => name.replaceAll(/\s/g, '');

/**
 * Finds people as lists name them: by id, else by name and phone (of which only the digits count).
 * Either alone is enough as long as one person fits it and the other fits nobody.
 */
export class PersonMatcher {
  private readonly people: ReadonlyMap<string, Person>;
  private readonly byPhone = new Map<string, Person[]>();
  private readonly byName = new Map<string, Person[]>();

  constructor(people: ReadonlyMap<string, Person>) {
    this.people = people;
    const add = (map: Map<string, Person[]>, key: string, person: Person) => {
      if (key === '') return;
      const list = map.get(key);
      if (list) list.push(person);
      else map.set(key, [person]);
    };
    for (const person of people.values()) {
      add(this.byPhone, digits(person.phone), person);
      add(this.byName, plain(person.name), person);
    }
  }

  find({ personId, name, phone }: Named): Person | null {
    const known = this.people.get(personId ?? '');
    if (known) return known;
    const samePhone = this.byPhone.get(digits(phone)) ?? [];
    const sameName = this.byName.get(plain(name)) ?? [];
    const both = samePhone.filter((person) => sameName.includes(person));
    const fitting = samePhone.length === 0 ? sameName : sameName.length === 0 ? samePhone : both;
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }
}

/**
 * Everybody whom the lists of a day name, once each, with the first check-in of that day on the
 * district's clock; check-ins of other days and of people who are on no list do not count.
 */
export function dutyRoll(
  lists: readonly DutyList[],
  people: ReadonlyMap<string, Person>,
  on: string,
  utcOffsetMinutes: number,
): Map<string, OnDuty> {
  const today = lists.filter((list) => list.day === on);
  const roll = new Map<string, OnDuty>();
  if (today.length === 0) return roll;
  const matcher = new PersonMatcher(people);
  const keyOf = (named: Named, person: Person | null) =>
    person ? person.id : `${plain(named.name)} ${digits(named.phone)}`;
  for (const { id: listId, entries } of today) {
    for (const entry of entries) {
      const person = matcher.find(entry);
      const key = keyOf(entry, person);
      // A row that names nobody asks for nobody.
      if (key === ' ') continue;
      const { name, phone } = person ?? entry;
      if (!roll.has(key)) {
        roll.set(key, { key, person, name, phone, listId, checkedInAt: null });
      }
    }
  }
  for (const { checkIns } of today) {
    for (const checkIn of checkIns) {
      const entry = roll.get(keyOf(checkIn, matcher.find(checkIn)));
      const at = Date.parse(checkIn.at);
      if (!entry || localDay(at, utcOffsetMinutes) !== on) continue;
      if (entry.checkedInAt === null || at < entry.checkedInAt) entry.checkedInAt = at;
    }
  }
  return roll;
}

/** Time of day `HH:MM` of a moment on a clock that is `utcOffsetMinutes` ahead of UTC. */
export function localTime(time: number, utcOffsetMinutes: number): string {
  return new Date(time + utcOffsetMinutes * 60_000).toISOString().slice(11, 16);
}
