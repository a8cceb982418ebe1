import type { ChainPlace } from '#shared/chain/chain-place.ts';
import { type Seat, seatAt } from '#shared/chain/seat.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { brokenChain, pointWithoutZone } from './broken-chain.ts';
import type { ChainState } from './chain-state.ts';
import { doubleHolder } from './double-holder.ts';
import { expired } from './expired.ts';
import { lateTeam } from './late-team.ts';
import { noTeam, unmannedTeam } from './no-team.ts';
import { notOnDuty, unknownOnDuty } from './not-on-duty.ts';
import { overload } from './overload.ts';
import { unreachable } from './unreachable.ts';
import { unreachableTeam } from './unreachable-team.ts';
import { vacant } from './vacant.ts';

/**
 * The smallest pieces of the proof: each is found wrong or right by itself, so that after an edit
 * only those that it touches are proved again. Findings of different units have different records.
 */
export type ChainUnit =
  /** Who holds the required roles of a place. */
  | `seat ${string}`
  /** Whether a place hangs on one that contains it. */
  | `tree ${string}`
  /** How soon a team is at a point. */
  | `reach ${string}`
  /** Whether a team is manned and can be rung up. */
  | `team ${string}`
  /** What a person answers for in roles with a limit. */
  | `load ${string}`
  /** Whether somebody on the day's list is in. */
  | `duty ${string}`
  /** People on the day's list whom nobody knows. */
  | 'unknown'
  /** Whether there is any team. */
  | 'teams';

const seatRules: readonly ((seat: Seat) => DraftFinding | null)[] = [
  vacant,
  doubleHolder,
  expired,
  unreachable,
];

/** Every unit of the proof. */
export function* unitsOf(state: ChainState): Generator<ChainUnit, void, undefined> {
  const { index, required, limited, nearest } = state;
  for (const { id, level } of index.places.values()) {
    if (required.has(level)) yield `seat ${id}`;
    if (level !== 'district') yield `tree ${id}`;
    if (nearest && level === 'point') yield `reach ${id}`;
  }
  for (const id of index.teams.keys()) yield `team ${id}`;
  if (limited.length > 0) for (const id of index.roster.people.keys()) yield `load ${id}`;
  for (const key of state.roll.keys()) yield `duty ${key}`;
  yield 'unknown';
  yield 'teams';
}

const some = (...drafts: (DraftFinding | null)[]) => drafts.filter((draft) => draft !== null);

function seatDrafts(place: ChainPlace, state: ChainState): DraftFinding[] {
  return (state.required.get(place.level) ?? []).flatMap((role) => {
    const seat = seatAt(place, role, state.index.roster, state.on);
    return some(...seatRules.map((rule) => rule(seat)));
  });
}

function treeDrafts(place: ChainPlace, state: ChainState): DraftFinding[] {
  const { index, on, levelsProved } = state;
  if (place.level !== 'point') return some(brokenChain(place, index, levelsProved));
  return levelsProved ? [] : some(pointWithoutZone(place, index, on));
}

function teamDrafts(id: string, state: ChainState): DraftFinding[] {
  const team = state.index.teams.get(id);
  if (!team || !state.nearest) return [];
  return some(unmannedTeam(team, state.index, state.on), unreachableTeam(team));
}

function unknownDrafts(state: ChainState): DraftFinding[] {
  return [...state.roll.values()]
    .filter(({ person }) => !person)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((entry) => unknownOnDuty(entry, state.index, state.on));
}

/** What is wrong with one unit; nothing when what it is about is not there any more. */
export function draftsOf(unit: ChainUnit, state: ChainState): DraftFinding[] {
  const { index, on, nearest } = state;
  if (unit === 'teams') return nearest ? some(noTeam(index, nearest.teamCount)) : [];
  if (unit === 'unknown') return unknownDrafts(state);
  const space = unit.indexOf(' ');
  const id = unit.slice(space + 1);
  const kind = unit.slice(0, space);
  if (kind === 'team') return teamDrafts(id, state);
  if (kind === 'load') return state.limited.flatMap((role) => overload(id, role, index, on));
  if (kind === 'duty') {
    const entry = state.dutyDue ? state.roll.get(id) : undefined;
    return entry ? some(notOnDuty(entry, index, on)) : [];
  }
  const place = index.places.get(id);
  if (!place) return [];
  if (kind === 'seat') return seatDrafts(place, state);
  if (kind === 'tree') return treeDrafts(place, state);
  return some(lateTeam(place, nearest?.of(id) ?? null, index.rules.reach));
}
