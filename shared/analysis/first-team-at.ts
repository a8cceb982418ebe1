import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { firstTeam } from '#shared/chain/nearest-teams.ts';
import { isManned } from '#shared/chain/ready-team.ts';
import { speedKmh } from '#shared/chain/team-minutes.ts';
import type { Team } from '#shared/model/team.ts';

/** The team that is first somewhere, and what its minutes are reckoned of (see team-minutes.ts). */
export interface FirstTeam {
  id: string;
  name: string;
  phone: string;
  transport: Team['transport'];
  minutes: number;
  /** Straight line in metres. */
  straightM: number;
  detourFactor: number;
  speedKmh: number;
}

/** Of the teams with anybody at work on a day the one that is first at [longitude, latitude]; null without any. */
export function firstTeamAt(
  index: ChainIndex,
  position: readonly number[],
  on: string,
): FirstTeam | null {
  const { reach } = index.rules;
  const manned = [...index.teams.values()].filter((team) =>
    isManned(team, index.roster.people, on),
  );
  const first = firstTeam(manned, position, reach);
  if (!first) return null;
  const { team, minutes, straightM } = first;
  return {
    id: team.id,
    name: team.name,
    phone: team.phone.trim(),
    transport: team.transport,
    minutes,
    straightM,
    detourFactor: reach.detourFactor,
    speedKmh: speedKmh(team.transport, reach),
  };
}
