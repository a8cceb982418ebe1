import { areaM2 } from '#shared/geo/area-m2.ts';
import type { Zone } from '#shared/model/zone.ts';

/** What fixes have to know of the zones beside a defect. */
export interface FixSides {
  /** Whether the ground of a zone is its own polygon and not made from a line or a position. */
  canChange: (zoneId: string) => boolean;
  /** Zones with the least ground first (then in the given order). */
  leastFirst: (zoneIds: readonly string[]) => string[];
}

/** The sides of all fixes of a check; areas are only measured where somebody asks. */
export function fixSides(zoneOf: (id: string) => Zone | undefined, planar: boolean): FixSides {
  const areas = new Map<string, number>();
  const polygonOf = (zoneId: string) => {
    const geometry = zoneOf(zoneId)?.geometry;
    return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : null;
  };
  function areaOf(zoneId: string): number {
    const known = areas.get(zoneId);
    if (known !== undefined) return known;
    const polygon = polygonOf(zoneId);
    const area = polygon ? areaM2(polygon, planar) : 0;
    areas.set(zoneId, area);
    return area;
  }
  return {
    canChange: (zoneId) => polygonOf(zoneId) !== null,
    leastFirst: (zoneIds) => zoneIds.toSorted((a, b) => areaOf(a) - areaOf(b)),
  };
}
