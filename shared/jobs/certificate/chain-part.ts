import { sha256 } from '#shared/briefing/certificate/sha256.ts';
import type { CertificateBody } from '#shared/briefing/certificate/certificate.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { NothingReason } from '#shared/checks/finding.ts';
import { chainPlaces } from '#shared/checks/vertical/chain-places.ts';
import { type Seat, seatsOf } from '#shared/checks/vertical/seat.ts';

type Chain = NonNullable<CertificateBody['chain']>;

/** One seat as the chain's hash takes it; of telephone numbers only whether there is one. */
function seatLine(seat: Seat): string {
  const { place, role, holders } = seat;
  const people = holders
    .map(({ person, post }) => {
      const away = seat.isOnLeave(person);
      const deputy = away ? (seat.deputyOf(person)?.name ?? null) : null;
      return [person.name, person.phone.trim() !== '', post.from, post.to, away, deputy];
    })
    .map((holder) => JSON.stringify(holder))
    .sort();
  return JSON.stringify([place.level, place.name, role.key, people]);
}

/** What a certificate says of 纵到底 beside the findings, and the hash of who holds what. */
export async function chainPart(input: ChainCheckInput): Promise<{
  summary: Pick<Chain, 'roles' | 'levels' | 'people' | 'posts'>;
  nothing: NothingReason | null;
  hash: string;
}> {
  const places = chainPlaces(input);
  const seats = [...seatsOf(input, places)];
  const levels = [...new Set(places.map(({ level }) => level))].map((level) => ({
    level,
    places: places.filter((place) => place.level === level).length,
    seats: seats.filter(({ place }) => place.level === level).length,
  }));
  const roles = input.roles.filter(({ required }) => required);
  const { people, posts } = input;
  return {
    summary: {
      roles: roles.map(({ key, name, level }) => ({ key, name, level })),
      levels,
      people: people.length,
      posts: posts.length,
    },
    nothing: posts.length === 0 ? 'no-posts' : seats.length === 0 ? 'no-places' : null,
    hash: await sha256(['chain', input.on, ...seats.map(seatLine).sort()].join('\n')),
  };
}
