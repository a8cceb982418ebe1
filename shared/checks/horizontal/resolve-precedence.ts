import type { Pace } from '#shared/checks/pace.ts';
import { areaBounds, boundsMeet } from '#shared/geo/bounds.ts';
import { differenceOfAreas, toArea } from '#shared/geo/clip.ts';
import type { CoverageArea } from './coverage-faces.ts';

export interface RankedArea extends CoverageArea {
  /** See `precedence` in zone-ground.ts. */
  rank: number;
}

/**
 * Takes from every zone the ground on which a zone of higher precedence answers, so that what is
 * left stands on one level. Zones of which nothing is left drop out. The order is kept.
 */
export async function resolvePrecedence(
  zones: readonly RankedArea[],
  pace: Pace,
): Promise<CoverageArea[]> {
  const ranked = zones.map((zone) => ({ ...zone, box: areaBounds(zone.geometry) }));
  const above = ranked.filter((zone) => zone.rank > 0);
  const left: CoverageArea[] = [];
  for (const [done, zone] of ranked.entries()) {
    await pace.step(done, ranked.length);
    const higher = above.filter((other) => {
      return other.rank > zone.rank && boundsMeet(other.box, zone.box);
    });
    const rest = toArea(
      differenceOfAreas(
        zone.geometry,
        higher.map(({ geometry }) => geometry),
      ),
    );
    if (rest) left.push({ id: zone.id, geometry: rest });
  }
  return left;
}
