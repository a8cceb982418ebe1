import { sha256 } from '#shared/briefing/certificate/sha256.ts';
import type { CertificateBody } from '#shared/briefing/certificate/certificate.ts';
import { chainPlaces } from '#shared/chain/chain-place.ts';
import { Roster } from '#shared/chain/roster.ts';
import { type Seat, seatAt } from '#shared/chain/seat.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';
import { deputyFor } from '#shared/chain/standing-in.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { NothingReason } from '#shared/checks/finding.ts';

type Chain = NonNullable<CertificateBody['chain']>;

/** One seat as the chain's hash takes it; of telephone numbers only whether there is one. */
function seatLine({ place, role, holders, roster, on }: Seat): string {
  const people = holders
    .map((holder) => {
      const { person, post } = holder;
      const away = isOnLeave(person, on);
      const deputy = away ? (deputyFor(holder, roster, on)?.name ?? null) : null;
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
  const places = [...chainPlaces(input).values()];
  const roles = input.roles.filter(({ required }) => required);
  const roster = new Roster(input.people, input.posts);
  const seats = places.flatMap((place) =>
    roles
      .filter(({ level }) => level === place.level)
      .map((role) => seatAt(place, role, roster, input.on)),
  );
  const levels = [...new Set(places.map(({ level }) => level))].map((level) => ({
    level,
    places: places.filter((place) => place.level === level).length,
    seats: seats.filter(({ place }) => place.level === level).length,
  }));
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
