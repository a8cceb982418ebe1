import type { Zone } from '#shared/model/zone.ts';
import { bent } from './borders.ts';
import { distanceToOverlay, distanceToRings } from './clearance.ts';
import { shortStreet } from './names.ts';
import type { Block, Places } from './places.ts';
import { seeded } from './random.ts';
import { cancelled, ringsOf } from './rings.ts';
import { distance, inside, type Ring, toLonLat, type Vertex } from './vertex.ts';

/** Streets with a road that has a holder of its own, and the invented names of the roads. */
const roads: readonly (readonly [streetCode: string, road: string])[] = [
  ['110108011', '青枫大街'],
  ['110108017', '长溪路'],
  ['110108007', '南松街'],
  ['110108006', '竹影路'],
  ['110108022', '云帆路'],
];

/** Streets with a site that has a holder of its own: invented name, radius in metres, kind of point. */
const sites: readonly (readonly [
  streetCode: string,
  site: string,
  radiusM: number,
  pointKind: string,
])[] = [
  ['110108008', '枫桥大型市场', 140, 'market'],
  ['110108018', '花溪交通枢纽', 180, 'coach-station'],
  ['110108001', '松门换乘站', 160, 'metro-station'],
  ['110108019', '彩帆会展中心', 170, 'museum'],
  ['110108026', '温溪医院', 150, 'hospital'],
  ['110108025', '晨岚体育公园', 190, 'sports-ground'],
];

/** A site at the middle of a road, so that 块, 条 and 点 meet on its ground. */
const crossing = { streetCode: '110108011', site: '青枫天桥', radiusM: 60 };

const stripWidthM = 44;

/** Whether the whole piece, with room at its sides, stays inside the street. */
function clear(a: Vertex, b: Vertex, street: readonly Ring[]): boolean {
  const steps = Math.ceil(distance(a, b) / 25);
  return Array.from({ length: steps + 1 }, (_, step): Vertex => {
    const part = step / steps;
    return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
  }).every((v) => inside(street, v) && distanceToRings(v, street) > stripWidthM);
}

export interface Overlays {
  zones: Zone[];
  /** Where the sites are, for the points that they were made for. */
  sites: { name: string; pointKind: string; block: Block }[];
}

/** Zones of the two other shapes: 条 along roads and 点 at large sites. Only the crossing touches another of them. */
export function makeStripsAndSites({ blocks, streets }: Places): Overlays {
  const random = seeded('strips and sites');
  const zones: Zone[] = [];
  const placed: Overlays['sites'] = [];
  let middle: Vertex | null = null;
  for (const [code, road] of roads) {
    const own = blocks.filter((block) => block.street.code === code);
    const street = streets.find((candidate) => candidate.code === code);
    const pairs = own.flatMap((a) => own.map((b) => [a.ground.seed, b.ground.seed] as const));
    pairs.sort((p, q) => distance(...q) - distance(...p));
    const ground = ringsOf(cancelled(own.flatMap((block) => block.ground.edges)));
    const line = pairs
      .map(([a, b]) => {
        const pieces = bent(a, b, '', random);
        return [a, ...pieces.map((piece) => piece.b)];
      })
      .find((path) => path.slice(1).every((b, index) => clear(path[index] as Vertex, b, ground)));
    if (!street || !line) throw new Error(`no room for a road in ${code}`);
    if (code === crossing.streetCode) middle = line[Math.floor(line.length / 2)] ?? null;
    zones.push({
      kind: 'zone',
      id: random.uuid(),
      parentId: street.id,
      name: `${shortStreet(street.name)}-${road} 条`,
      code: '',
      categories: [],
      attributes: {},
      shape: 'strip',
      geometry: { type: 'LineString', coordinates: line.map(toLonLat) },
      widthM: stripWidthM,
    });
  }
  for (const [code, name, radiusM, pointKind] of sites) {
    const own = blocks.filter((block) => block.street.code === code);
    const block = own.find(
      ({ ground, rings }) =>
        distanceToRings(ground.seed, rings) > radiusM + 40 &&
        zones.every((zone) => distanceToOverlay(ground.seed, zone) > radiusM + 60),
    );
    if (!block) throw new Error(`no room for a site in ${code}`);
    placed.push({ name, pointKind, block });
    zones.push({
      kind: 'zone',
      id: random.uuid(),
      parentId: block.community.id,
      name: `${shortStreet(block.street.name)}-${name} 点`,
      code: '',
      categories: [],
      attributes: {},
      shape: 'site',
      geometry: { type: 'Point', coordinates: toLonLat(block.ground.seed) },
      radiusM,
    });
  }
  const at = middle;
  const under = at && blocks.find(({ rings }) => inside(rings, at));
  if (!at || !under) throw new Error('no room for the crossing');
  zones.push({
    kind: 'zone',
    id: random.uuid(),
    parentId: under.community.id,
    name: `${shortStreet(under.street.name)}-${crossing.site} 点`,
    code: '',
    categories: [],
    attributes: {},
    shape: 'site',
    geometry: { type: 'Point', coordinates: toLonLat(at) },
    radiusM: crossing.radiusM,
  });
  return { zones, sites: placed };
}
