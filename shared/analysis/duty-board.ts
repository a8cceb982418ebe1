import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { type ChainPlace, chainLevels } from '#shared/chain/chain-place.ts';
import { dutyRoll, type OnDuty } from '#shared/chain/duty-roll.ts';
import { namedKey, PersonMatcher } from '#shared/model/person-matcher.ts';
import { answering } from '#shared/chain/standing-in.ts';
import { inOffice } from '#shared/model/in-office.ts';
import { localDayStart } from '#shared/model/local-day.ts';
import type { Person } from '#shared/model/person.ts';
import type { PostLevel } from '#shared/model/post.ts';
import type { RecordOf } from '#shared/model/record.ts';
import { streetIdOf } from './street-of-place.ts';
import { streetsInOrder } from './streets-in-order.ts';

type DutyList = RecordOf<'dutyList'>;

export interface BoardPerson {
  id: string;
  name: string;
  phone: string;
  organisationId: string | null;
}

/** Somebody on the lists of the day. */
export interface BoardLine {
  /** See {@link OnDuty}. */
  key: string;
  /** Null: nobody fits, or more than one of `candidates`. */
  person: BoardPerson | null;
  candidates: BoardPerson[];
  name: string;
  phone: string;
  standIn: BoardPerson | null;
  /** First check-in (ms since 1970), theirs or the stand-in's; null when there is none. */
  checkedInAt: number | null;
  byStandIn: boolean;
  /** The first of the places that they answer for on the day, the highest level first. */
  places: { id: string; name: string; level: PostLevel }[];
  /** How many places there are in all. */
  placeCount: number;
  streetIds: string[];
}

/** A place for which people of the lists answer, and none of them was there at the cut-off. */
export interface BoardPlace {
  id: string;
  name: string;
  level: PostLevel;
  streetId: string | null;
  /** First check-in of somebody who answers for it (ms since 1970); null when none is in. */
  coveredAt: number | null;
  /** Keys of those on the lists who answer for it. */
  keys: string[];
}

/** Somebody who has checked in and is on no list of the day. */
export interface BoardStranger {
  personId: string | null;
  name: string;
  phone: string;
  at: number;
}

export interface DutyBoard {
  /** Lists of the day; those without entries bring check-ins only. */
  lists: { id: string; source: string; entries: number; checkIns: number }[];
  lines: BoardLine[];
  /** Places without anybody at the deadline, in the order of streets and levels. */
  places: BoardPlace[];
  strangers: BoardStranger[];
}

/** Places of somebody that are named: some people hold hundreds. */
const shownPlaces = 3;

const facts = ({ id, name, phone, organisationId }: Person): BoardPerson => ({
  id,
  name,
  phone,
  organisationId,
});

/** Places that somebody answers for on a day: by own posts, and as the deputy of people on leave. */
function placesOf(index: ChainIndex, person: Person, on: string): ChainPlace[] {
  const { roster } = index;
  const own = roster.postsOf(person.id);
  const asDeputy = roster.postsBackedBy(person.id).filter((post) => {
    const holder = roster.people.get(post.personId ?? '');
    return holder && answering({ post, person: holder }, roster, on)?.id === person.id;
  });
  const places = new Map<string, ChainPlace>();
  for (const post of [...own, ...asDeputy]) {
    const place = index.places.get(post.targetId);
    if (place && inOffice(post, on)) places.set(place.id, place);
  }
  return [...places.values()].sort(
    (a, b) => chainLevels.indexOf(a.level) - chainLevels.indexOf(b.level),
  );
}

/**
 * The duty of a day (`YYYY-MM-DD`): who is on the lists, who has checked in, and the places of which
 * nobody on the lists was there at `deadline` (ms since 1970). People on no list count for no place:
 * the list says who is on duty.
 */
export function dutyBoard(
  index: ChainIndex,
  lists: readonly DutyList[],
  on: string,
  deadline: number,
): DutyBoard {
  const { roster, utcOffsetMinutes } = index;
  const ofDay = lists.filter(({ day }) => day === on);
  const matcher = new PersonMatcher(roster.people.values());
  const roll = dutyRoll(ofDay, matcher, on, utcOffsetMinutes);
  const streetId = (place: ChainPlace) => streetIdOf(index, place);
  const board = new Map<string, BoardPlace>();
  const lines = [...roll.values()].map((onDuty): BoardLine => {
    const places = onDuty.person ? placesOf(index, onDuty.person, on) : [];
    for (const place of places) see(board, place, streetId(place), onDuty);
    return {
      ...lineOf(onDuty, matcher),
      places: places.slice(0, shownPlaces).map(({ id, name, level }) => ({ id, name, level })),
      placeCount: places.length,
      streetIds: [...new Set(places.flatMap((place) => streetId(place) ?? []))],
    };
  });
  const order = new Map(streetsInOrder(index.input.streets).map(({ id }, at) => [id, at]));
  const rank = ({ streetId: id }: BoardPlace) => (id === null ? -1 : (order.get(id) ?? -1));
  return {
    lists: ofDay.map(({ id, source, entries, checkIns }) => {
      return { id, source, entries: entries.length, checkIns: checkIns.length };
    }),
    lines,
    places: [...board.values()]
      .filter(({ coveredAt }) => coveredAt === null || coveredAt > deadline)
      .sort(
        (a, b) => rank(a) - rank(b) || chainLevels.indexOf(a.level) - chainLevels.indexOf(b.level),
      ),
    strangers: strangersOf(ofDay, roll, matcher, localDayStart(on, utcOffsetMinutes)),
  };
}

function lineOf(onDuty: OnDuty, matcher: PersonMatcher) {
  const { key, person, name, phone, standIn, checkedInAt, byStandIn } = onDuty;
  const candidates = person ? [] : matcher.match({ personId: null, name, phone }).candidates;
  return {
    key,
    person: person && facts(person),
    candidates: candidates.map(facts),
    name,
    phone,
    standIn: standIn && facts(standIn),
    checkedInAt,
    byStandIn,
  };
}

function see(
  board: Map<string, BoardPlace>,
  { id, name, level }: ChainPlace,
  streetId: string | null,
  { key, checkedInAt }: OnDuty,
): void {
  const place = board.get(id);
  if (!place) {
    board.set(id, { id, name, level, streetId, coveredAt: checkedInAt, keys: [key] });
    return;
  }
  place.keys.push(key);
  if (checkedInAt !== null && (place.coveredAt === null || checkedInAt < place.coveredAt)) {
    place.coveredAt = checkedInAt;
  }
}

function strangersOf(
  lists: readonly DutyList[],
  roll: ReadonlyMap<string, OnDuty>,
  matcher: PersonMatcher,
  start: number,
): BoardStranger[] {
  const standIns = new Set([...roll.values()].flatMap(({ standIn }) => standIn?.id ?? []));
  const strangers = new Map<string, BoardStranger>();
  for (const checkIn of lists.flatMap(({ checkIns }) => checkIns)) {
    const person = matcher.find(checkIn);
    const key = namedKey(checkIn, person);
    const at = Date.parse(checkIn.at);
    if (roll.has(key) || standIns.has(person?.id ?? '')) continue;
    if (at < start || at >= start + 86_400_000) continue;
    const { name, phone } = person ?? checkIn;
    const known = strangers.get(key);
    if (known) known.at = Math.min(known.at, at);
    else strangers.set(key, { personId: person?.id ?? null, name, phone, at });
  }
  return [...strangers.values()];
}
