import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import { seatAt } from '#shared/chain/seat.ts';
import { answering } from '#shared/chain/standing-in.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';
import type { Person } from '#shared/model/person.ts';
import type { PostLevel } from '#shared/model/post.ts';

/** Somebody as lists show them. */
export interface NamedPerson {
  id: string;
  name: string;
  /** Empty when no number is known. */
  phone: string;
}

export interface SeatHolder {
  postId: string;
  /** First day in office, `YYYY-MM-DD`. */
  since: string;
  person: NamedPerson;
  onLeave: boolean;
  /** Whom to ring up: the holder, on leave the deputy; null when nobody answers. */
  answers: NamedPerson | null;
}

export interface NamedPlace {
  id: string;
  name: string;
  level: PostLevel;
}

/** One role at one place of the chain; without holders the seat is vacant. */
export interface ChainSeat {
  place: NamedPlace;
  role: { key: string; name: string; required: boolean };
  holders: SeatHolder[];
}

/** A person without what lists do not show. */
export function namedPerson({ id, name, phone }: Person): NamedPerson {
  return { id, name, phone: phone.trim() };
}

export function namedPlace({ id, name, level }: ChainPlace): NamedPlace {
  return { id, name, level };
}

/**
 * Who holds each role at some places on a day (`YYYY-MM-DD`), place by place. Roles that are not
 * required appear only when somebody holds them.
 */
export function chainSeats(
  index: ChainIndex,
  places: readonly ChainPlace[],
  on: string,
): ChainSeat[] {
  const { roster } = index;
  return places.flatMap((place) =>
    index.input.roles
      .filter((role) => role.level === place.level)
      .map((role): ChainSeat => {
        const { key, name, required } = role;
        const holders = seatAt(place, role, roster, on).holders.map((holder): SeatHolder => {
          const answers = answering(holder, roster, on);
          return {
            postId: holder.post.id,
            since: holder.post.from,
            person: namedPerson(holder.person),
            onLeave: isOnLeave(holder.person, on),
            answers: answers && namedPerson(answers),
          };
        });
        return { place: namedPlace(place), role: { key, name, required }, holders };
      })
      .filter(({ role, holders }) => role.required || holders.length > 0),
  );
}
