import type { Position } from 'geojson';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post, PostLevel } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';

/** A place of the chain: district, street, community, zone or point. */
export interface ChainPlace {
  id: string;
  name: string;
  level: PostLevel;
  /** A position inside it; computed only when a finding needs it. */
  at(): Position;
}

/** Somebody who holds a role: the post and the person, both in being. */
export interface Holder {
  post: Post;
  person: Person;
}

/** One role at one place that must be held by exactly one person. */
export interface Seat {
  place: ChainPlace;
  role: Role;
  /** In office on the day, one entry per person. */
  holders: Holder[];
  /** Out of office before the day, latest first. */
  former: Holder[];
  /** Answers for the holder on leave; null when there is none who is at work. */
  deputyOf(person: Person): Person | null;
  isOnLeave(person: Person): boolean;
}

function leaveOn(person: Person, on: string) {
  return person.leave.find(({ from, to }) => from <= on && on <= to);
}

/** Every seat of the chain with who holds it on the day. */
export function* seatsOf(
  input: ChainCheckInput,
  places: Iterable<ChainPlace>,
): Generator<Seat, void, undefined> {
  const { on } = input;
  const people = new Map(input.people.map((person) => [person.id, person]));
  const posts = new Map<string, Post[]>();
  for (const post of input.posts) {
    const key = `${post.role}@${post.targetId}`;
    const list = posts.get(key);
    if (list) list.push(post);
    else posts.set(key, [post]);
  }
  const required = input.roles.filter((role) => role.required);
  const deputyOf = (person: Person) => {
    const deputy = people.get(leaveOn(person, on)?.deputyId ?? '');
    return deputy && !leaveOn(deputy, on) ? deputy : null;
  };
  const isOnLeave = (person: Person) => leaveOn(person, on) !== undefined;
  for (const place of places) {
    for (const role of required) {
      if (role.level !== place.level) continue;
      const here = (posts.get(`${role.key}@${place.id}`) ?? []).flatMap((post): Holder[] => {
        const person = post.personId === null ? undefined : people.get(post.personId);
        return person ? [{ post, person }] : [];
      });
      const current = here.filter(({ post }) => post.from <= on && (post.to ?? on) >= on);
      const former = here
        .filter(({ post }) => post.to !== null && post.to < on)
        .sort((a, b) => ((a.post.to ?? '') < (b.post.to ?? '') ? 1 : -1));
      const holders = [...new Map(current.map((holder) => [holder.person.id, holder])).values()];
      yield { place, role, holders, former, deputyOf, isOnLeave };
    }
  }
}
