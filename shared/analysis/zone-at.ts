import { booleanPointInPolygon } from '@turf/turf';
import { precedence } from '#shared/model/precedence.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';

/** The zone that answers for a position: 点 before 条 before 块; undefined where none does. */
export function zoneAt(zones: readonly Zone[], position: LonLat): Zone | undefined {
  return [...zones]
    .sort((a, b) => precedence[b.shape] - precedence[a.shape])
    .find((zone) => {
      const ground = zoneGround(zone);
      return ground !== null && booleanPointInPolygon(position, ground);
    });
}
