import type { ChainRules } from '#shared/model/chain-rules.ts';
import type { Team } from '#shared/model/team.ts';

/**
 * Minutes that a team needs for a straight line of `straightM` metres:
 *
 *     minutes = straight line × detour factor ÷ speed
 *
 * with the speed of the team's transport in km/h. An estimate for planning, of the project's own
 * assumptions: no traffic, no streets, no time to get ready.
 */
export function teamMinutes(
  straightM: number,
  transport: Team['transport'],
  reach: ChainRules['reach'],
): number {
  return (straightM * reach.detourFactor) / ((speedKmh(transport, reach) * 1000) / 60);
}

/** Speed in km/h that a team is reckoned with. */
export function speedKmh(transport: Team['transport'], reach: ChainRules['reach']): number {
  return transport === 'vehicle' ? reach.vehicleKmh : reach.footKmh;
}
