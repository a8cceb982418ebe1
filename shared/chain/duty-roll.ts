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
const dayMs = 86_400_000;

/** Names and numbers as they are compared. */
interface Plain {
  name: string;
  phone: string;
}

const known = new WeakMap<Named | Person, Plain>();

/** Worked out once for each row and record, since neither changes in place. */
function plainOf(named: Named | Person): Plain {
  let plain = known.get(named);
  if (!plain) {
    plain = { name: named.name.replaceAll(/\s/g, ''), phone: digits(named.phone) };
    known.set(named, plain);
  }
  return plain;
}

/**
 * Finds people as lists name them: by id, else by name and phone (of which only the digits count).
 * Either alone is enough as long as one person fits it and the other fits nobody.
 */
export class PersonMatcher {
  private readonly people = new Map<string, Person>();
  private readonly byPhone = new Map<string, Person[]>();
  private readonly byName = new Map<string, Person[]>();

  constructor(people: Iterable<Person>) {
    for (const person of people) this.set(person.id, person);
  }

  /** Adds a person, changes one, or takes one away (null). */
  set(id: string, person: Person | null): void {
    const before = this.people.get(id);
    if (before) {
      const { name, phone } = plainOf(before);
      take(this.byName, name, before);
      take(this.byPhone, phone, before);
      this.people.delete(id);
    }
    if (!person) return;
    const { name, phone } = plainOf(person);
    this.people.set(id, person);
    add(this.byName, name, person);
    add(this.byPhone, phone, person);
  }

  find(named: Named): Person | null {
    const mentioned = this.people.get(named.personId ?? '');
    if (mentioned) return mentioned;
    const { name, phone } = plainOf(named);
    const samePhone = this.byPhone.get(phone) ?? [];
    const sameName = this.byName.get(name) ?? [];
    const both = samePhone.filter((person) => sameName.includes(person));
    const fitting = samePhone.length === 0 ? sameName : sameName.length === 0 ? samePhone : both;
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }
}

function add(map: Map<string, Person[]>, key: string, person: Person): void {
  if (key === '') return;
  const list = map.get(key);
  if (list) list.push(person);
  else map.set(key, [person]);
}

function take(map: Map<string, Person[]>, key: string, person: Person): void {
  const rest = (map.get(key) ?? []).filter((other) => other !== person);
  if (rest.length > 0) map.set(key, rest);
  else map.delete(key);
}

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
  const keyOf = (named: Named, person: Person | null) => {
    if (person) return person.id;
    const { name, phone } = plainOf(named);
    return `${name} ${phone}`;
  };
  for (const { id: listId, entries } of today) {
    for (const entry of entries) {
      const person = matcher.find(entry);
      const key = keyOf(entry, person);
      // A row that names nobody asks for nobody.
      if (key === ' ' || roll.has(key)) continue;
      const { name, phone } = person ?? entry;
      roll.set(key, { key, person, name, phone, listId, checkedInAt: null });
    }
  }
  const start = Date.parse(`${on}T00:00:00Z`) - utcOffsetMinutes * 60_000;
  for (const { checkIns } of today) {
    for (const checkIn of checkIns) {
      const entry = roll.get(keyOf(checkIn, matcher.find(checkIn)));
      const at = Date.parse(checkIn.at);
      if (!entry || at < start || at >= start + dayMs) continue;
      if (entry.checkedInAt === null || at < entry.checkedInAt) entry.checkedInAt = at;
    }
  }
  return roll;
}

/** Time of day `HH:MM` of a moment on a clock that is `utcOffsetMinutes` ahead of UTC. */
export function localTime(time: number, utcOffsetMinutes: number): string {
  return new Date(time + utcOffsetMinutes * 60_000).toISOString().slice(11, 16);
}
