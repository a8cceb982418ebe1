import { isOnLeave } from '#shared/model/on-leave.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';
import type { Roster } from './roster.ts';

/** Somebody who holds a role: the post and the person, both in being. */
export interface Holder {
  post: Post;
  person: Person;
}

/**
 * Who answers for a holder on leave: the first deputy at work of those that the leave names, else the
 * deputy of the post; null when none of them is at work. Deputies of deputies do not count.
 */
export function deputyFor({ post, person }: Holder, roster: Roster, on: string): Person | null {
  const named = person.leave.flatMap(({ from, to, deputyId }) =>
    from <= on && on <= to ? [deputyId] : [],
  );
  for (const id of [...named, post.deputyId]) {
    const deputy = roster.people.get(id ?? '');
    if (deputy && !isOnLeave(deputy, on)) return deputy;
  }
  return null;
}

/** Who is to be rung up for a holder on a day: the holder, on leave the deputy; null when nobody. */
export function answering(holder: Holder, roster: Roster, on: string): Person | null {
  return isOnLeave(holder.person, on) ? deputyFor(holder, roster, on) : holder.person;
}
