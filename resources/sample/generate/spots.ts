import type { Block, Places } from './places.ts';
import type { PlacedPoint } from './points.ts';
import { density } from './density.ts';
import { seeded } from './random.ts';
import { placeWithin } from './seeds.ts';
import type { Ring, Vertex } from './vertex.ts';

/** A place where issues come back. */
export interface Spot {
  at: Vertex;
  rings: Ring[];
  pointKind: string;
  weight: number;
  /** Metres over which its issues scatter (standard deviation). */
  scatter: number;
}

/** Kinds that draw many issues; the others have weight 1. */
const troubled: Record<string, number> = {
  market: 9,
  'metro-station': 8,
  'railway-station': 14,
  'coach-station': 8,
  'commercial-street': 5,
  mall: 4,
  'old-compound': 5,
  hospital: 5,
  school: 2.2,
  'bus-stop': 2,
  restaurant: 1.8,
  'side-street': 1.8,
  crossing: 1.6,
};

const freeSpots = 900;

/** Spots at every point and at places of no name. A few have most of the trouble (log-normal). */
export function makeSpots({ blocks }: Places, points: readonly PlacedPoint[]): Spot[] {
  const random = seeded('spots');
  const heavy = () => Math.exp(random.normal() * 0.95);
  const urban = (at: Vertex) => 0.25 + density(at);
  return [
    ...points.map(({ at, block, point }) => ({
      at,
      rings: block.rings,
      pointKind: point.pointKind,
      weight: (troubled[point.pointKind] ?? 1) * heavy() * urban(at),
      scatter: random.between(14, 60),
    })),
    ...Array.from({ length: freeSpots }, () => {
      const { rings } = random.pick(blocks) as Block;
      const at = placeWithin(rings, random);
      const weight = 0.9 * heavy() * urban(at);
      return { at, rings, pointKind: '', weight, scatter: random.between(20, 220) };
    }),
  ];
}
