import { inOffice } from '#shared/model/in-office.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { ChainPlace } from './chain-place.ts';
import type { Roster } from './roster.ts';
import type { Holder } from './standing-in.ts';

/** One role at one place on a day. */
export interface Seat {
  place: ChainPlace;
  role: Role;
  on: string;
  roster: Roster;
  /** In office on the day, one entry per person, longest in office first. */
  holders: Holder[];
  /** Out of office before the day, latest first. */
  former: Holder[];
}

/** Who holds a role at a place on a day (`YYYY-MM-DD`). Posts of nobody hold nothing. */
export function seatAt(place: ChainPlace, role: Role, roster: Roster, on: string): Seat {
  const holders: Holder[] = [];
  const former: Holder[] = [];
  for (const post of roster.postsAt(place.id)) {
    if (post.role !== role.key || post.personId === null) continue;
    const person = roster.people.get(post.personId);
    if (!person) continue;
    if (inOffice(post, on)) {
      if (!holders.some((holder) => holder.person.id === person.id)) holders.push({ post, person });
    } else if (post.to !== null && post.to < on) former.push({ post, person });
  }
  if (former.length > 1) former.sort((a, b) => ((a.post.to ?? '') < (b.post.to ?? '') ? 1 : -1));
  return { place, role, on, roster, holders, former };
}
