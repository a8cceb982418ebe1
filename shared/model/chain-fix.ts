import type { Position } from 'geojson';
import type { PostLevel } from './post.ts';
import type { Role } from './scheme.ts';

export type LoadMeasure = keyof NonNullable<Role['limits']>;

/**
 * A way to mend a finding of the chain, as plain data: what it is about, without what somebody has to
 * choose. The checks offer them with each finding; commands carry them out, most after a small form.
 */
export type ChainFix =
  /** Somebody takes a seat that nobody holds, from a day on. */
  | { kind: 'appoint'; level: PostLevel; targetId: string; role: string }
  /** Somebody stands in for a holder while the leave lasts. */
  | { kind: 'deputise'; personId: string }
  /** Somebody takes over a post from its holder, from a day on. */
  | { kind: 'replace'; postId: string }
  /** The last holder stays in office. */
  | { kind: 'prolong'; postId: string }
  /** Of several holders this one stays; the terms of the others end. */
  | { kind: 'keep-holder'; postId: string; name: string }
  /** A person or team gets a phone number. */
  | { kind: 'enter-phone'; recordId: string }
  /** Somebody else takes over some of what a person holds in a role. */
  | { kind: 'hand-on'; personId: string; role: string }
  /** The limit of a role is raised to what its holder has now. */
  | { kind: 'raise-limit'; role: string; measure: LoadMeasure; to: number }
  /** A place is told what it belongs to. */
  | { kind: 'choose-parent'; placeId: string }
  /** A new team with its base at a position. */
  | { kind: 'set-up-team'; at: Position }
  /** A team's base moves to a position. */
  | { kind: 'move-base'; teamId: string; at: Position }
  /** A team gets members who are at work. */
  | { kind: 'man-team'; teamId: string }
  /** The minutes agreed, or what they are reckoned with, change. */
  | { kind: 'change-reach' }
  /** A check-in that no list has is entered by hand. */
  | { kind: 'check-in'; day: string; key: string; personId: string }
  /** Somebody else comes in the place of who is on the list of the day. */
  | { kind: 'stand-in'; day: string; key: string; personId: string }
  /** A name on the list is told to be a certain person. */
  | { kind: 'match-person'; day: string; key: string };

export type ChainFixKind = ChainFix['kind'];
