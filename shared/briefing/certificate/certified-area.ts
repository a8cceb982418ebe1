import { areaM2 } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { canonicalArea } from './canonical-geometry.ts';

/**
 * Area in m² that a certificate states for a boundary, zone or exception: of its canonical form,
 * outer rings less holes, by {@link areaM2}. Nothing for no ground, or for holes larger than it.
 */
export function certifiedArea(ground: Area | null, planar: boolean): number {
  return ground ? Math.max(0, areaM2(canonicalArea(ground, planar), planar)) : 0;
}
