import type { Polygon } from 'geojson';
import { toArea } from '#shared/geo/clip.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { bandGround, discGround } from './round-ground.ts';

const inDegrees = new WeakMap<Zone, Area | null>();
const onPlane = new WeakMap<Zone, Area | null>();

/**
 * The ground that a zone covers, the same for the map as for the proof: a block's polygon, the band
 * of a strip (half its width on each side of the line), a site's polygon or circle. Null when the
 * shape yields no ground, as a line without length or a position without radius. Bands and circles are
 * made once for each record, since records never change in place. Positions are metres when `planar`, else degrees.
 */
export function zoneGround(zone: Zone, planar = false): Area | null {
  const { geometry } = zone;
  // What is a polygon already needs no remembering, which takes time where there are many.
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return geometry;
  const known = planar ? onPlane : inDegrees;
  let ground = known.get(zone);
  if (ground === undefined) {
    ground = makeGround(zone, planar);
    known.set(zone, ground);
  }
  return ground;
}

function makeGround(zone: Zone, planar: boolean): Area | null {
  const { geometry } = zone;
  let polygons: Polygon[] = [];
  switch (geometry.type) {
    case 'Point':
      if (zone.shape === 'site' && zone.radiusM !== null) {
        polygons = discGround(geometry.coordinates, zone.radiusM, planar);
      }
      break;
    case 'LineString':
    case 'MultiLineString':
      if (zone.shape === 'strip') {
        const lines =
          geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
        polygons = bandGround(lines, zone.widthM / 2, planar);
      }
  }
  return toArea(polygons) as Area | null;
}
