import { buffer, circle } from '@turf/turf';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Area } from './geometry.ts';
import type { Zone } from './zone.ts';

const known = new WeakMap<Zone, Area | null>();

/** 点 over 条 over 块: where zones of different shape meet, the higher one answers. */
export const precedence = { block: 0, strip: 1, site: 2 } as const satisfies Record<
  Zone['shape'],
  number
>;

/**
 * The ground that a zone covers: a block's polygon, the band of a strip (half its width on each
 * side of the line), a site's polygon or circle. Null when the shape yields no ground, as for a
 * line without length. Made once for each record, since records never change in place.
 */
export function zoneGround(zone: Zone): Area | null {
  let ground = known.get(zone);
  if (ground === undefined) {
    ground = makeGround(zone);
    known.set(zone, ground);
  }
  return ground;
}

function makeGround(zone: Zone): Area | null {
  const { geometry } = zone;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return geometry;
  if (zone.shape === 'strip') {
    const strip = buffer(geometry, zone.widthM / 2, { units: 'meters', steps: 8 });
    return strip ? (snapGeometry(strip.geometry) as Area) : null;
  }
  if (zone.shape !== 'site' || geometry.type !== 'Point' || zone.radiusM === null) return null;
  const round = circle(geometry.coordinates, zone.radiusM, { units: 'meters', steps: 64 });
  return snapGeometry(round.geometry) as Area;
}
