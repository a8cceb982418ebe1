import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { type ChainPlace, chainLevels } from '#shared/chain/chain-place.ts';
import { type Seat, seatAt } from '#shared/chain/seat.ts';
import { answering } from '#shared/chain/standing-in.ts';
import { inOffice } from '#shared/model/in-office.ts';
import {
  type ChainSeat,
  type NamedPerson,
  type NamedPlace,
  namedPerson,
  namedPlace,
} from './chain-seats.ts';
import { placesAbove } from './place-chain.ts';

/** A required role at a place for which nobody answers on a day. */
export interface Vacancy {
  place: NamedPlace;
  role: ChainSeat['role'];
  /** Nobody ever held it, the last term is over, or its holder is on leave without a deputy at work. */
  state: 'vacant' | 'expired' | 'leave';
  /** First day of it, `YYYY-MM-DD`; null when nobody ever held the seat. */
  since: string | null;
  /** Days up to and including the day asked about; null as before. */
  days: number | null;
  /** Who held it last, or holds it on leave. */
  person: NamedPerson | null;
  /** Null for the district, and where no street is known. */
  street: NamedPlace | null;
}

const dayMs = 86_400_000;
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

function vacancyOf(seat: Seat): Pick<Vacancy, 'state' | 'since' | 'person'> | null {
  const { holders, former, place, role, roster, on } = seat;
  const [holder] = holders;
  if (holder) {
    if (holders.length > 1 || answering(holder, roster, on)) return null;
    const leave = holder.person.leave.filter(({ from, to }) => from <= on && on <= to);
    const since = leave.map(({ from }) => from).toSorted()[0] ?? null;
    return { state: 'leave', since, person: namedPerson(holder.person) };
  }
  const [last] = former;
  if (last) {
    const since = dayOf(timeOf(last.post.to ?? on) + dayMs);
    return { state: 'expired', since, person: namedPerson(last.person) };
  }
  const empty = roster
    .postsAt(place.id)
    .find((post) => post.role === role.key && inOffice(post, on));
  return { state: 'vacant', since: empty?.from ?? null, person: null };
}

/** Everything that nobody answers for on a day (`YYYY-MM-DD`): by level from the top, by street, longest first. */
export function vacancies(index: ChainIndex, on: string): Vacancy[] {
  const required = index.input.roles.filter((role) => role.required);
  const found: Vacancy[] = [];
  const streetOf = (place: ChainPlace) => {
    const street = placesAbove(index, place).find(({ level }) => level === 'street');
    return street ? namedPlace(street) : null;
  };
  for (const place of index.places.values()) {
    for (const role of required) {
      if (role.level !== place.level) continue;
      const vacancy = vacancyOf(seatAt(place, role, index.roster, on));
      if (!vacancy) continue;
      const { since } = vacancy;
      found.push({
        ...vacancy,
        place: namedPlace(place),
        role: { key: role.key, name: role.name, required: true },
        days: since === null ? null : Math.round((timeOf(on) - timeOf(since)) / dayMs) + 1,
        street: streetOf(place),
      });
    }
  }
  const depth = ({ place }: Vacancy) => chainLevels.indexOf(place.level);
  const byStreet = (a: Vacancy, b: Vacancy) => {
    const [one, other] = [a.street?.name ?? '', b.street?.name ?? ''];
    return one < other ? -1 : one > other ? 1 : 0;
  };
  return found.sort(
    (a, b) =>
      depth(a) - depth(b) || byStreet(a, b) || (b.days ?? Infinity) - (a.days ?? Infinity) || 0,
  );
}
