import { buffer } from '@turf/turf';
import type { Area } from './geometry.ts';
import type { Zone } from './zone.ts';

const known = new WeakMap<Zone, Area | null>();

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
  const metres =
    zone.shape === 'strip' ? zone.widthM / 2 : zone.shape === 'site' ? zone.radiusM : null;
  if (!metres) return null;
  return (buffer(geometry, metres, { units: 'meters', steps: 16 })?.geometry ??
    null) as Area | null;
}
