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
export function fixSides(zones: readonly Zone[], planar: boolean): FixSides {
  // Made when the first finding asks for it.
  let byId: Map<string, Zone> | null = null;
  return fixSidesAmong((id) => {
    byId ??= new Map(zones.map((zone) => [zone.id, zone]));
    return byId.get(id);
  }, planar);
}

/** {@link fixSides} of zones that may change; each zone record is measured once. */
export function fixSidesAmong(find: (id: string) => Zone | undefined, planar: boolean): FixSides {
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
