import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import { answering } from '#shared/chain/standing-in.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import { inOffice } from '#shared/model/in-office.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';
import type { Post } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import { placesInOrder } from './places-in-order.ts';
import type { RowState } from './row-states.ts';

/** One line of the roster: a post, or a seat that is to be held and for which there is none. */
export interface RosterRow {
  /** Null: nothing but an empty seat. */
  post: Post | null;
  /** Key of the role. */
  role: string;
  /** Null when the post is for a place that is not there any more. */
  place: ChainPlace | null;
  state: RowState;
}

function stateOf(post: Post, index: ChainIndex, on: string, role: SeatFacts): RowState {
  if (post === role.last) return 'expired';
  if (post.from > on) return 'upcoming';
  const person = index.roster.people.get(post.personId ?? '');
  if (!inOffice(post, on)) return 'former';
  if (!person) return role.required && role.holders === 0 ? 'vacant' : 'empty';
  if (role.required && role.holders > 1) return 'double';
  if (!isOnLeave(person, on)) return 'inOffice';
  return answering({ post, person }, index.roster, on) ? 'onLeave' : 'unattended';
}

interface SeatFacts {
  required: boolean;
  /** How many people hold the role. */
  holders: number;
  /** The post that ran out last, where nobody holds a required role. */
  last: Post | null;
}

function seatFacts(posts: readonly Post[], index: ChainIndex, on: string): SeatFacts {
  const holders = new Set<string>();
  let last: Post | null = null;
  for (const post of posts) {
    if (post.personId === null || !index.roster.people.has(post.personId)) continue;
    if (inOffice(post, on)) holders.add(post.personId);
    else if (post.to !== null && post.to < on && (last?.to ?? '') < post.to) last = post;
  }
  return { required: true, holders: holders.size, last: holders.size === 0 ? last : null };
}

const open: SeatFacts = { required: false, holders: 0, last: null };

function rowsAt(index: ChainIndex, place: ChainPlace, roles: readonly Role[], on: string) {
  const rows: RosterRow[] = [];
  const posts = index.roster.postsAt(place.id);
  const add = (role: string, held: readonly Post[], facts: SeatFacts) => {
    for (const post of held)
      rows.push({ post, role, place, state: stateOf(post, index, on, facts) });
  };
  const byRole = posts.length > 1 ? groupBy(posts, (post) => post.role) : null;
  for (const role of roles) {
    const held = byRole
      ? (byRole.get(role.key) ?? [])
      : posts.filter((one) => one.role === role.key);
    const facts = role.required ? seatFacts(held, index, on) : open;
    add(role.key, held, facts);
    const standing = held.some((post) => inOffice(post, on)) || facts.last !== null;
    if (role.required && !standing)
      rows.push({ post: null, role: role.key, place, state: 'vacant' });
  }
  for (const post of posts) {
    if (!roles.some((role) => role.key === post.role)) add(post.role, [post], open);
  }
  return rows;
}

/**
 * Every line of the roster on a day (`YYYY-MM-DD`), places in the order of {@link placesInOrder}, in each
 * the roles in the order of the scheme, posts by their first day.
 */
export function rosterRows(index: ChainIndex, on: string): RosterRow[] {
  const byLevel = groupBy(index.input.roles, (role) => role.level);
  const rows: RosterRow[] = [];
  for (const place of placesInOrder(index)) {
    rows.push(...rowsAt(index, place, byLevel.get(place.level) ?? [], on));
  }
  for (const post of index.roster.allPosts()) {
    if (index.places.has(post.targetId)) continue;
    rows.push({ post, role: post.role, place: null, state: stateOf(post, index, on, open) });
  }
  return rows;
}
