import { booleanPointInPolygon } from '@turf/turf';
import { zoneGround } from '#shared/model/zone-ground.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';

const precedence: Record<Zone['shape'], number> = { site: 0, strip: 1, block: 2 };

/** The zone that answers for a position: 点 before 条 before 块; undefined where none does. */
export function zoneAt(zones: readonly Zone[], position: LonLat): Zone | undefined {
  return [...zones]
    .sort((a, b) => precedence[a.shape] - precedence[b.shape])
    .find((zone) => {
      const ground = zoneGround(zone);
      return ground !== null && booleanPointInPolygon(position, ground);
    });
}
