import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import type { PlaceCounts } from '#shared/chain/place-counts.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';

/** Something that somebody answers for. */
export interface Held extends PlaceCounts {
  post: Post;
  person: Person;
  place: ChainPlace;
  /** Null when the scheme does not know the role any more. */
  role: Role | null;
}

function heldIn(index: ChainIndex, posts: Iterable<Post>, on: string): Held[] {
  const roles = new Map(index.input.roles.map((role) => [role.key, role]));
  const held: Held[] = [];
  for (const post of posts) {
    const place = index.places.get(post.targetId);
    const person = index.roster.people.get(post.personId ?? '');
    if (!place || !person || !inOffice(post, on)) continue;
    const role = roles.get(post.role) ?? null;
    held.push({ post, person, place, role, ...index.countsOf(place.id) });
  }
  return held;
}

/** Everything that a person holds on a day (`YYYY-MM-DD`), with points and open issues of each place. */
export function heldByPerson(index: ChainIndex, personId: string, on: string): Held[] {
  return heldIn(index, index.roster.postsOf(personId), on);
}

/** Ids of an organisation and of all below it. */
export function organisationsBelow(
  organisations: readonly Organisation[],
  id: string,
): ReadonlySet<string> {
  const children = groupBy(organisations, (one) => one.parentId);
  const ids = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (ids.has(next)) continue;
    ids.add(next);
    for (const child of children.get(next) ?? []) waiting.push(child.id);
  }
  return ids;
}

/** The unit in whose name a post is held: its own, else the holder's. */
export function unitOf(post: Post, person: Person | undefined): string | null {
  return post.organisationId ?? person?.organisationId ?? null;
}

/** Everything that an organisation, or one below it, holds on a day. */
export function heldByOrganisation(
  index: ChainIndex,
  organisations: readonly Organisation[],
  id: string,
  on: string,
): Held[] {
  const ids = organisationsBelow(organisations, id);
  const posts: Post[] = [];
  for (const post of index.roster.allPosts()) {
    const unit = unitOf(post, index.roster.people.get(post.personId ?? ''));
    if (unit !== null && ids.has(unit)) posts.push(post);
  }
  return heldIn(index, posts, on);
}
