import type { Point } from '#shared/model/point.ts';
import { pointKindTemplate } from '#shared/model/templates/point-kinds.ts';
import type { Zone } from '#shared/model/zone.ts';
import { distanceToOverlay, distanceToRings } from './clearance.ts';
import { density } from './density.ts';
import { placeNames } from './names.ts';
import type { Block, Places } from './places.ts';
import { type Random, runningTotals, seeded } from './random.ts';
import { placeWithin } from './seeds.ts';
import type { Overlays } from './strips-and-sites.ts';
import { distance, inside, toLonLat, type Vertex } from './vertex.ts';

export interface PlacedPoint {
  point: Point;
  at: Vertex;
  block: Block;
}

const count = 1350;

/** How common kinds are; kinds not named have weight 1. */
const weights: Record<string, number> = {
  'main-road': 6,
  'side-street': 9,
  crossing: 8,
  'notice-board': 7,
  restaurant: 6,
  supermarket: 6,
  'bus-stop': 10,
  'metro-station': 3,
  'railway-station': 0.15,
  'coach-station': 0.15,
  community: 8,
  'old-compound': 8,
  compound: 9,
  market: 4,
  school: 6,
  kindergarten: 5,
  hospital: 2,
  clinic: 4,
  park: 3,
  'public-toilet': 5,
  bank: 4,
  museum: 0.5,
  'government-hall': 0.6,
};

const endings: Record<string, readonly string[]> = {
  school: ['小学', '中学', '实验学校'],
  'main-road': ['大街', '路'],
  'side-street': ['巷', '胡同', '小街'],
  crossing: ['路口'],
  'old-compound': ['里小区', '北院', '南院'],
  compound: ['家园', '花园', '苑'],
  restaurant: ['饭庄', '小馆', '面馆'],
  'notice-board': ['路公益广告栏', '桥公益广告牌'],
  'bus-stop': ['路公交站', '桥公交站'],
};

function fits(
  at: Vertex,
  block: Block,
  overlays: readonly Zone[],
  ground: readonly Places['disputes'][number][],
) {
  return (
    distanceToRings(at, block.rings) > 18 &&
    overlays.every((zone) => Math.abs(distanceToOverlay(at, zone)) > 15) &&
    ground.every(
      ({ dispute }) => !inside([dispute.ring], at) && distanceToRings(at, [dispute.ring]) > 18,
    )
  );
}

/**
 * Points of all kinds, more where more is built; none near a border or on disputed ground. Each
 * site is a point too.
 */
export function makePoints(places: Places, overlays: Overlays): PlacedPoint[] {
  const random = seeded('points');
  const nextName = namesWithRepeats(random);
  const blocks = runningTotals(
    places.blocks.map(({ ground }) => density(ground.seed) * Math.sqrt(ground.areaM2)),
  );
  const kinds = runningTotals(pointKindTemplate.map(({ key }) => weights[key] ?? 1));
  const result: PlacedPoint[] = [];
  const add = (at: Vertex, block: Block, pointKind: string, name: string) => {
    const point: Point = {
      kind: 'point',
      id: random.uuid(),
      name,
      code: `${block.zone.code}${String(result.length + 1).padStart(4, '0')}`,
      pointKind,
      position: toLonLat(at),
      address: `${block.street.name}${block.community.name}`,
      attributes: {},
    };
    result.push({ at, block, point });
  };
  for (const { name, pointKind, block } of overlays.sites) {
    add(block.ground.seed, block, pointKind, name);
  }
  // Every block has a point; the rest follow the density.
  const waiting = [...places.blocks];
  while (result.length < count) {
    const block = waiting[0] ?? (places.blocks[random.weighted(blocks)] as Block);
    const kind = pointKindTemplate[random.weighted(kinds)] as (typeof pointKindTemplate)[number];
    const at = placeWithin(block.rings, random);
    if (!fits(at, block, overlays.zones, places.disputes)) continue;
    if (result.some((other) => distance(other.at, at) < 35)) continue;
    add(at, block, kind.key, nextName() + random.pick(endings[kind.key] ?? [kind.name]));
    waiting.shift();
  }
  return result;
}

/** Names may come back after all are used up: the same name in two communities is no mistake. */
function namesWithRepeats(random: Random): () => string {
  let names = placeNames(random);
  let left = 400;
  return () => {
    if (left-- === 0) [names, left] = [placeNames(random), 400];
    return names();
  };
}
