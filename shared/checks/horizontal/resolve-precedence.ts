import type { Pace } from '#shared/checks/pace.ts';
import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import { differenceOfAreas, toArea } from '#shared/geo/clip.ts';
import type { CoverageArea } from './coverage-faces.ts';

export interface RankedArea extends CoverageArea {
  /** See `precedence` in zone-ground.ts. */
  rank: number;
}

/** What is left of a zone's ground where those of higher precedence near it answer. */
export function groundLeft(
  zone: RankedArea & { box: Bounds },
  above: Iterable<RankedArea & { box: Bounds }>,
): CoverageArea['geometry'] | null {
  const higher: CoverageArea['geometry'][] = [];
  for (const other of above) {
    if (other.rank > zone.rank && boundsMeet(other.box, zone.box)) higher.push(other.geometry);
  }
  return toArea(differenceOfAreas(zone.geometry, higher));
}

/**
 * Takes from every zone the ground on which a zone of higher precedence answers, so that what is
 * left stands on one level. Zones of which nothing is left drop out. The order is kept.
 */
export async function resolvePrecedence(
  zones: readonly RankedArea[],
  pace: Pace,
): Promise<CoverageArea[]> {
  if (zones.every(({ rank }) => rank === 0)) {
    return zones.map(({ id, geometry }) => ({ id, geometry }));
  }
  const ranked = zones.map((zone) => ({ ...zone, box: areaBounds(zone.geometry) }));
  const above = ranked.filter((zone) => zone.rank > 0);
  const left: CoverageArea[] = [];
  for (const [done, zone] of ranked.entries()) {
    await pace.step(done, ranked.length);
    const rest = groundLeft(zone, above);
    if (rest) left.push({ id: zone.id, geometry: rest });
  }
  return left;
}
