import { zoneGround as groundOf } from '#shared/model/zone-ground.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { Ground } from './coverage-faces.ts';

/**
 * The ground of a zone: its polygon, the strip along its line, or the circle around its position.
 * Null when it has none, as a site that is a position without a radius.
 * @throws Error for strips and circles on planar input, which only knows polygons.
 */
export function zoneGround(zone: Zone, planar: boolean): Ground | null {
  const { type } = zone.geometry;
  if (planar && type !== 'Polygon' && type !== 'MultiPolygon') {
    throw new Error('strips and circles need longitude and latitude');
  }
  return groundOf(zone);
}
