import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Team } from '#shared/model/team.ts';
import { findingAt } from './chain-finding.ts';

/** An emergency team without a phone number of its own. */
export function unreachableTeam(team: Team): DraftFinding | null {
  if (team.phone.trim() !== '') return null;
  const message = { key: 'unreachable.team', params: { team: team.name } };
  return findingAt(team.base, 'unreachable', 'warning', [team.id], message, [
    { kind: 'enter-phone', recordId: team.id },
  ]);
}
