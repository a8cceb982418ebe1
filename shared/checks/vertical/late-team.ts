import type { ChainPlace } from '#shared/chain/chain-place.ts';
import type { TeamReach } from '#shared/chain/nearest-teams.ts';
import { placePosition } from '#shared/chain/place-position.ts';
import { speedKmh } from '#shared/chain/team-minutes.ts';
import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { ChainRules } from '#shared/model/chain-rules.ts';
import { placeFinding } from './chain-finding.ts';

/** A point at which the first team is not within the agreed minutes; the reckoning is in the message. */
export function lateTeam(
  place: ChainPlace,
  first: TeamReach | null,
  reach: ChainRules['reach'],
): DraftFinding | null {
  if (!first || reach.withinMinutes === null || first.minutes <= reach.withinMinutes) return null;
  const { team, straightM, minutes } = first;
  const message = {
    key: 'late-team',
    params: {
      team: team.name,
      minutes: readable(minutes),
      limit: reach.withinMinutes,
      straight: Math.round(straightM),
      detour: reach.detourFactor,
      speed: speedKmh(team.transport, reach),
    },
  };
  const at = placePosition(place);
  return placeFinding(place, 'late-team', 'warning', [team.id], message, [
    { kind: 'set-up-team', at },
    { kind: 'move-base', teamId: team.id, at },
    { kind: 'change-reach' },
  ]);
}
