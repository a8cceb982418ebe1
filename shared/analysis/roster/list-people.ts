import { organisationsBelow } from '#shared/analysis/held-by.ts';
import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Person } from '#shared/model/person.ts';
import { sortOrder } from './sort-order.ts';
import { textMatcher } from './text-matcher.ts';

export const peopleColumns = ['name', 'unit', 'phone', 'posts', 'leave'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

export const peopleStates = ['holding', 'idle', 'onLeave', 'noPhone'] as const;

export interface PeopleFilter {
  text: string;
  /** The unit and all below it. */
  unitId: string | null;
  state: (typeof peopleStates)[number] | null;
  sort: { column: PeopleColumn; down: boolean } | null;
}

/** A list of people, small enough to cross to a window. */
export interface PeopleList {
  ids: string[];
  /** For each of them how many posts they hold. */
  posts: Uint16Array<ArrayBuffer>;
}

/** The leave that counts on a day: the one that has begun, else the next. */
export function nextLeave(person: Person, on: string): Person['leave'][number] | null {
  const coming = person.leave.filter(({ to }) => to >= on);
  return coming.reduce<Person['leave'][number] | null>(
    (first, leave) => (first && first.from <= leave.from ? first : leave),
    null,
  );
}

/** Lists people with what they hold on a day (`YYYY-MM-DD`). */
export function listPeople(
  index: ChainIndex,
  organisations: readonly Organisation[],
  filter: PeopleFilter,
  on: string,
): PeopleList {
  const { roster } = index;
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const unitOf = ({ organisationId }: Person) => names.get(organisationId ?? '') ?? '';
  const fits = textMatcher(filter.text);
  const units = filter.unitId === null ? null : organisationsBelow(organisations, filter.unitId);
  const held = (person: Person) =>
    roster.postsOf(person.id).filter((post) => inOffice(post, on)).length;
  const inState = (person: Person, posts: number) => {
    switch (filter.state) {
      case 'holding':
        return posts > 0;
      case 'idle':
        return posts === 0;
      case 'onLeave':
        return isOnLeave(person, on);
      case 'noPhone':
        return person.phone.trim() === '';
      default:
        return true;
    }
  };
  const rows: { person: Person; posts: number }[] = [];
  for (const person of roster.people.values()) {
    if (units && !units.has(person.organisationId ?? '')) continue;
    const posts = held(person);
    if (!inState(person, posts)) continue;
    const searched = { people: [person.name], names: [unitOf(person)], phones: [person.phone] };
    if (!fits || fits(searched)) rows.push({ person, posts });
  }
  const word = ({ person, posts }: (typeof rows)[number], column: PeopleColumn) => {
    switch (column) {
      case 'unit':
        return unitOf(person);
      case 'posts':
        return String(posts);
      case 'leave':
        return nextLeave(person, on)?.from ?? '';
      default:
        return person[column];
    }
  };
  const { sort } = filter;
  const order = sort
    ? sortOrder(
        rows.map((row) => word(row, sort.column)),
        sort.down,
      )
    : rows.keys();
  const sorted = Array.from(order, (i) => rows[i] as (typeof rows)[number]);
  return {
    ids: sorted.map(({ person }) => person.id),
    posts: Uint16Array.from(sorted, ({ posts }) => posts),
  };
}
