import { buffer, circle } from '@turf/turf';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { Ground } from './coverage-faces.ts';

/** 点 over 条 over 块: where zones of different shape meet, the higher one answers. */
export const precedence = { block: 0, strip: 1, site: 2 } as const satisfies Record<
  Zone['shape'],
  number
>;

/**
 * The ground of a zone: its polygon, the strip along its line, or the circle around its position.
 * Null when it has none, as a site that is a position without a radius.
 * @throws Error for strips and circles on planar input, which only knows polygons.
 */
export function zoneGround(zone: Zone, planar: boolean): Ground | null {
  if (zone.geometry.type === 'Polygon' || zone.geometry.type === 'MultiPolygon') {
    return zone.geometry;
  }
  if (planar) throw new Error('strips and circles need longitude and latitude');
  if (zone.shape === 'strip') {
    const strip = buffer(zone.geometry, zone.widthM / 2, { units: 'meters', steps: 8 });
    return strip ? snapGeometry(strip.geometry) : null;
  }
  if (zone.shape !== 'site' || zone.geometry.type !== 'Point' || zone.radiusM === null) return null;
  const round = circle(zone.geometry.coordinates, zone.radiusM, { units: 'meters', steps: 64 });
  return snapGeometry(round.geometry);
}
