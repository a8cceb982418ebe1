import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { isManned } from '#shared/chain/ready-team.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Team } from '#shared/model/team.ts';
import { findingAt, placeFinding } from './chain-finding.ts';

/** No emergency team at all for the points there are, or none with anybody at work: one finding. */
export function noTeam(index: ChainIndex, ready: number): DraftFinding | null {
  const [point] = index.input.points;
  if (!point || ready > 0) return null;
  const place = index.places.get(index.input.district?.id ?? point.id);
  if (!place) return null;
  const key = index.teams.size === 0 ? 'no-team.none' : 'no-team.nobody';
  const params = { n: index.input.points.length };
  return placeFinding(place, 'no-team', 'error', [], { key, params }, [
    { kind: 'set-up-team', at: point.position },
    { kind: 'change-reach' },
  ]);
}

/** A team of which nobody is at work on the day; it counts for no point. */
export function unmannedTeam(team: Team, index: ChainIndex, on: string): DraftFinding | null {
  if (isManned(team, index.roster.people, on)) return null;
  const key = team.memberIds.length === 0 ? 'no-team.empty' : 'no-team.absent';
  const message = { key, params: { team: team.name } };
  return findingAt(team.base, 'no-team', 'warning', [team.id], message, [
    { kind: 'man-team', teamId: team.id },
  ]);
}
