import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { coverageGrid } from '#shared/topology/coverage-grid.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';

type Ground = Polygon | MultiPolygon;

/**
 * Areas whose rings have been looked at, by their first ring: all their rings, and whether they are simple, touch
 * nowhere and nest rightly. Records that are written anew keep the rings that have not changed.
 */
const known = new WeakMap<Position[], { rings: Position[][]; isSound: boolean }>();

function remember(ground: Ground, isSound: boolean): void {
  const rings = polygonsOf(ground).flat();
  if (rings[0]) known.set(rings[0], { rings, isSound });
}

/**
 * Whether all rings of an area are simple, touch nowhere and nest rightly; looked at once for each. In degrees.
 * @throws TooWideError as `packRings` does
 */
export function hasSoundRings(ground: Ground): boolean {
  const rings = polygonsOf(ground).flat();
  const [first] = rings;
  if (!first) return false;
  const told = known.get(first);
  if (told?.rings.length === rings.length && rings.every((ring, i) => ring === told.rings[i])) {
    return told.isSound;
  }
  const packed = packRings([{ geometry: ground, sign: 1 }], coverageGrid(false, first[0] ?? []));
  const isSound = packed.faults.length === 0 && ringOrders(packed)[0] === ringOrder.simple;
  remember(ground, isSound);
  return isSound;
}

/** Remembers that an area's rings are sound, where that has been proved otherwise. */
export function noteSoundRings(ground: Ground): void {
  remember(ground, true);
}
