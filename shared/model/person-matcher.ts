import type { Person } from './person.ts';

/** Somebody as a list names them. */
export interface Named {
  /** Whom the list is known to mean; null while that is open. */
  personId: string | null;
  name: string;
  phone: string;
}

/**
 * By what a person is known again: `both` name and phone; `name` or `phone` alone, the list saying
 * nothing of the other; `name-only` or `phone-only`, though the list gives another phone or name, which
 * nobody has.
 */
export type MatchEvidence = 'id' | 'both' | 'name' | 'phone' | 'name-only' | 'phone-only';

/** Whom a list means, by what that is known, and who else it might be. */
export type PersonMatch =
  | { person: Person; by: MatchEvidence; candidates: readonly Person[] }
  | { person: null; by: null; candidates: readonly Person[] };

/** Digits of a number, without the 86 that some lists put before mobile numbers. */
const digits = (phone: string) => phone.replaceAll(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');

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
    plain = {
      name: named.name.normalize('NFKC').replaceAll(/\s/g, ''),
      phone: digits(named.phone.normalize('NFKC')),
    };
    known.set(named, plain);
  }
  return plain;
}

/** Stands for somebody in the lists of a day: a known person's id, else name and phone; ' ' for nobody. */
export function namedKey(named: Named, person: Person | null): string {
  if (person) return person.id;
  const { name, phone } = plainOf(named);
  return `${name} ${phone}`;
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

  byId(id: string): Person | null {
    return this.people.get(id) ?? null;
  }

  find(named: Named): Person | null {
    return this.match(named).person;
  }

  match(named: Named): PersonMatch {
    const mentioned = this.people.get(named.personId ?? '');
    if (mentioned) return { person: mentioned, by: 'id', candidates: [mentioned] };
    const { name, phone } = plainOf(named);
    const samePhone = this.byPhone.get(phone) ?? [];
    const sameName = this.byName.get(name) ?? [];
    const both = samePhone.filter((person) => sameName.includes(person));
    const fitting = samePhone.length === 0 ? sameName : sameName.length === 0 ? samePhone : both;
    const [person, ...others] = fitting;
    if (!person || others.length > 0) {
      const candidates = fitting.length > 0 ? fitting : [...new Set([...sameName, ...samePhone])];
      return { person: null, by: null, candidates };
    }
    const by =
      both.length > 0
        ? 'both'
        : samePhone.length === 0
          ? phone === ''
            ? 'name'
            : 'name-only'
          : name === ''
            ? 'phone'
            : 'phone-only';
    return { person, by, candidates: fitting };
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
