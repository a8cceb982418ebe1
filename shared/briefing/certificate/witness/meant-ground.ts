import { canonicalArea } from '#shared/briefing/certificate/canonical-geometry.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { ringAreaM2 } from '#shared/geo/ring-area.ts';
import type { Ground } from './boxed-ground.ts';

/**
 * Ground as the check reads it, in canonical form: of the rings of a polygon the largest one is the
 * outer ring, even where a file has put a hole first.
 */
export function meantGround(ground: Ground, planar: boolean): Ground {
  const size = (ring: number[][]) => Math.abs(ringAreaM2(ring, planar));
  const coordinates = polygonsOf(canonicalArea(ground, planar)).map((rings) => {
    const [outer = [], ...holes] = rings;
    const swapped = holes.some((hole) => size(hole) > size(outer));
    return swapped ? rings.toSorted((a, b) => size(b) - size(a)) : rings;
  });
  // Once more, for the directions of rings that have changed places.
  return canonicalArea({ type: 'MultiPolygon', coordinates }, planar);
}
