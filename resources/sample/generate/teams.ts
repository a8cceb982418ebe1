import type { Team } from '#shared/model/team.ts';
import { density } from './density.ts';
import type { Organisations } from './organisations.ts';
import type { Staff } from './people.ts';
import type { Places } from './places.ts';
import { seeded } from './random.ts';
import { distance, toLonLat, type Vertex } from './vertex.ts';

const count = 12;

/** Emergency teams with base and members, spread so that each built-up part has one near. */
export function makeTeams(places: Places, organisations: Organisations, staff: Staff): Team[] {
  const random = seeded('teams');
  const bases: typeof places.blocks = [];
  while (bases.length < count) {
    // The place that most needs one: much built, far from the bases there are.
    const need = (at: Vertex) =>
      (density(at) + 0.12) * Math.min(9000, ...bases.map((base) => distance(base.ground.seed, at)));
    const [next] = [...places.blocks].sort((a, b) => need(b.ground.seed) - need(a.ground.seed));
    if (!next) break;
    bases.push(next);
  }
  return bases.map(({ ground, street }, index) => ({
    kind: 'team',
    id: random.uuid(),
    name: `应急${index + 1}队（${street.name}）`,
    base: toLonLat(ground.seed),
    transport: index % 4 === 3 ? 'foot' : 'vehicle',
    phone: `010-5550-${String(1001 + index)}`,
    memberIds: Array.from(
      { length: 5 + random.below(3) },
      () => staff.hire(organisations.ofPlace.get(street.id)?.id ?? null).id,
    ),
  }));
}
