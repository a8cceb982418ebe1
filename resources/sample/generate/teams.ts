import { firstTeam } from '#shared/chain/nearest-teams.ts';
import { defaultChainRules } from '#shared/model/chain-rules.ts';
import type { Team } from '#shared/model/team.ts';
import { density } from './density.ts';
import type { Organisations } from './organisations.ts';
import type { Staff } from './people.ts';
import type { Block, Places } from './places.ts';
import type { PlacedPoint } from './points.ts';
import { seeded } from './random.ts';
import { distance, toLonLat, type Vertex } from './vertex.ts';

/** Teams by built-up ground; the rest stand where else a point would wait too long. */
const urban = 12;

/** Emergency teams with base and members, so that one is soon enough at every point. */
export function makeTeams(
  places: Places,
  points: readonly PlacedPoint[],
  organisations: Organisations,
  staff: Staff,
): Team[] {
  const random = seeded('teams');
  const teams: Team[] = [];
  const bases: typeof places.blocks = [];
  const { reach } = defaultChainRules();
  const stationAt = (block: Block) => {
    const { ground, street } = block;
    const index = bases.push(block) - 1;
    teams.push({
      kind: 'team',
      id: random.uuid(),
      name: `应急${index + 1}队（${street.name}）`,
      base: toLonLat(ground.seed),
      transport: index < urban && index % 4 === 3 ? 'foot' : 'vehicle',
      phone: `010-5550-${String(1001 + index)}`,
      memberIds: Array.from(
        { length: 5 + random.below(3) },
        () => staff.hire(organisations.ofPlace.get(street.id)?.id ?? null).id,
      ),
    });
  };
  while (teams.length < urban) {
    // The place that most needs one: much built, far from the bases there are.
    const need = (at: Vertex) =>
      (density(at) + 0.12) * Math.min(9000, ...bases.map((base) => distance(base.ground.seed, at)));
    const [next] = [...places.blocks].sort((a, b) => need(b.ground.seed) - need(a.ground.seed));
    if (!next) break;
    stationAt(next);
  }
  for (;;) {
    const waits = points.map(({ point, block }) => {
      return { block, minutes: firstTeam(teams, point.position, reach)?.minutes ?? Infinity };
    });
    const [longest] = waits.sort((a, b) => b.minutes - a.minutes);
    if (!longest || longest.minutes <= (reach.withinMinutes ?? Infinity)) return teams;
    if (bases.includes(longest.block)) throw new Error(`no base is near enough in a block`);
    stationAt(longest.block);
  }
}
