import { organisationsBelow, unitOf } from '#shared/analysis/held-by.ts';
import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { PostLevel } from '#shared/model/post.ts';
import { type RosterRow, rosterRows } from './roster-rows.ts';
import { type RowState, rowStates } from './row-states.ts';
import { sortOrder } from './sort-order.ts';
import { streetOf } from './street-of.ts';
import { textMatcher } from './text-matcher.ts';

/** Columns of the roster that it can be sorted by. */
export const postColumns = [
  'role',
  'place',
  'level',
  'street',
  'person',
  'phone',
  'unit',
  'deputy',
  'from',
  'to',
  'source',
  'state',
] as const;
export type PostColumn = (typeof postColumns)[number];

/** Which posts are listed, and in which order; null means no limit, or the order of the chain. */
export interface PostFilter {
  text: string;
  streetId: string | null;
  level: PostLevel | null;
  role: string | null;
  /** The unit and all below it. */
  unitId: string | null;
  /** `current`: all but those that are over and done with. */
  state: RowState | 'current' | null;
  sort: { column: PostColumn; down: boolean } | null;
}

/** A list of posts, small enough to cross to a window: what rows say is read from the records there. */
export interface PostList {
  /** Id of the post, or {@link seatKey} of an empty seat. */
  keys: string[];
  /** For each row its state, as a place in `rowStates`. */
  states: Uint8Array<ArrayBuffer>;
  /** For each row its street, as a place in `streets`. */
  street: Uint16Array<ArrayBuffer>;
  /** Names of streets; the first is empty, for places without one. */
  streets: string[];
  /** Rows of each state that pass all filters but that of the state. */
  counts: Record<RowState, number>;
}

/** How an empty seat is called in a list: by role and place. */
export const seatKey = (role: string, placeId: string) => `${placeId} ${role}`;

/** Role and place of an empty seat; null for the id of a post. */
export function seatOfKey(key: string): { placeId: string; role: string } | null {
  const space = key.indexOf(' ');
  return space < 0 ? null : { placeId: key.slice(0, space), role: key.slice(space + 1) };
}

/** What the columns of a row say. */
class Words {
  private readonly index: ChainIndex;
  private readonly units: ReadonlyMap<string, Organisation>;
  private readonly roles: ReadonlyMap<string, string>;
  private readonly levels: readonly PostLevel[] = [
    'district',
    'street',
    'community',
    'zone',
    'point',
  ];

  constructor(index: ChainIndex, organisations: readonly Organisation[]) {
    this.index = index;
    this.units = new Map(organisations.map((unit) => [unit.id, unit]));
    this.roles = new Map(index.input.roles.map(({ key, name }) => [key, name]));
  }

  private person(id: string | null | undefined) {
    return this.index.roster.people.get(id ?? '');
  }

  unit({ post }: RosterRow): string | null {
    return post && unitOf(post, this.person(post.personId));
  }

  street(row: RosterRow): string {
    const id = row.place && streetOf(this.index, row.place);
    return this.index.places.get(id ?? '')?.name ?? '';
  }

  of(row: RosterRow, column: PostColumn): string {
    const { post, place } = row;
    switch (column) {
      case 'role':
        return this.roles.get(row.role) ?? row.role;
      case 'place':
        return place?.name ?? '';
      case 'level':
        return String(this.levels.indexOf(place?.level ?? post?.level ?? 'district'));
      case 'street':
        return this.street(row);
      case 'person':
        return this.person(post?.personId)?.name ?? '';
      case 'phone':
        return this.person(post?.personId)?.phone ?? '';
      case 'unit':
        return this.units.get(this.unit(row) ?? '')?.name ?? '';
      case 'deputy':
        return this.person(post?.deputyId)?.name ?? '';
      case 'state':
        return String(rowStates.indexOf(row.state));
      default:
        return post?.[column] ?? '';
    }
  }
}

const searchedNames = ['role', 'place', 'street', 'unit', 'source'] as const;

/** Lists the posts of a day (`YYYY-MM-DD`) and the seats that nobody holds. */
export function listPosts(
  index: ChainIndex,
  organisations: readonly Organisation[],
  filter: PostFilter,
  on: string,
): PostList {
  const words = new Words(index, organisations);
  const fits = textMatcher(filter.text);
  const units = filter.unitId === null ? null : organisationsBelow(organisations, filter.unitId);
  const counts = Object.fromEntries(rowStates.map((state) => [state, 0])) as PostList['counts'];
  const rows: RosterRow[] = [];
  for (const row of rosterRows(index, on)) {
    const { place, post } = row;
    if (filter.role !== null && row.role !== filter.role) continue;
    if (filter.level !== null && (place?.level ?? post?.level) !== filter.level) continue;
    if (filter.streetId !== null && (!place || streetOf(index, place) !== filter.streetId))
      continue;
    if (units && !units.has(words.unit(row) ?? '')) continue;
    const found =
      !fits ||
      fits({
        people: [words.of(row, 'person'), words.of(row, 'deputy')],
        names: searchedNames.map((column) => words.of(row, column)),
        phones: [words.of(row, 'phone')],
      });
    if (!found) continue;
    counts[row.state]++;
    const shown =
      filter.state === null ||
      (filter.state === 'current' ? row.state !== 'former' : row.state === filter.state);
    if (shown) rows.push(row);
  }
  const { sort } = filter;
  const sorted = sort
    ? Array.from(
        sortOrder(
          rows.map((row) => words.of(row, sort.column)),
          sort.down,
        ),
        (i) => rows[i] as RosterRow,
      )
    : rows;
  const streets = [''];
  const numbers = new Map([['', 0]]);
  const street = Uint16Array.from(sorted, (row) => {
    const name = words.street(row);
    let number = numbers.get(name);
    if (number === undefined) {
      number = streets.push(name) - 1;
      numbers.set(name, number);
    }
    return number;
  });
  return {
    keys: sorted.map(({ post, role, place }) => post?.id ?? seatKey(role, place?.id ?? '')),
    states: Uint8Array.from(sorted, ({ state }) => rowStates.indexOf(state)),
    street,
    streets,
    counts,
  };
}
