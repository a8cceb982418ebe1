import { areaM2 } from '#shared/geo/area-m2.ts';
import type { Zone } from '#shared/model/zone.ts';

/** What fixes have to know of the zones beside a defect. */
export interface FixSides {
  /** Whether the ground of a zone is its own polygon and not made from a line or a position. */
  canChange: (zoneId: string) => boolean;
  /** Zones with the least ground first (then in the given order). */
  leastFirst: (zoneIds: readonly string[]) => string[];
}

/**
 * The sides of all fixes of a check. Zones may change: `find` answers those of the day, and areas are
 * only measured where somebody asks, once for each zone record.
 */
export function fixSides(find: (id: string) => Zone | undefined, planar: boolean): FixSides {
  const areas = new WeakMap<Zone, number>();
  const polygonOf = (zone: Zone | undefined) => {
    const geometry = zone?.geometry;
    return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : null;
  };
  function areaOf(zoneId: string): number {
    const zone = find(zoneId);
    const polygon = polygonOf(zone);
    if (!zone || !polygon) return 0;
    let area = areas.get(zone);
    if (area === undefined) {
      area = areaM2(polygon, planar);
      areas.set(zone, area);
    }
    return area;
  }
  return {
    canChange: (zoneId) => polygonOf(find(zoneId)) !== null,
    leastFirst: (zoneIds) => zoneIds.toSorted((a, b) => areaOf(a) - areaOf(b)),
  };
}
