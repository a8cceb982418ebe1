import type { Place } from '#shared/geo/area-index.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { type Bounds, boundsOf } from '#shared/geo/bounds.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';

/** Ground that can be asked where a position lies, all in grid steps (1e-7°). */
export interface Ground {
  bounds: Bounds;
  locate(x: number, y: number): Place;
}

/** Ground within `metres` of a line or position; exactly so far counts as its border. */
function around(lines: readonly (readonly number[][])[], metres: number): Ground {
  const [west, south, east, north] = boundsOf(lines.flat());
  const plane = localMetres([(west + east) / 2, (south + north) / 2], false);
  const flat = lines.map((line) => line.map((position) => plane.to(position)));
  const [east1 = 0, north1 = 0] = plane.from([metres, metres]);
  const [dx, dy] = [east1 - (west + east) / 2, north1 - (south + north) / 2];
  const locate = (x: number, y: number): Place => {
    const at = plane.to([fromGrid(x), fromGrid(y)]);
    let least = Infinity;
    for (const line of flat) {
      for (let i = 0; i < line.length; i++) {
        const from = line[Math.max(0, i - 1)] ?? [];
        least = Math.min(least, pointSegmentDistance(at, from, line[i] ?? []));
      }
    }
    return least < metres ? 'inside' : least === metres ? 'border' : 'outside';
  };
  const bounds: Bounds = [
    toGrid(west - dx) - 1,
    toGrid(south - dy) - 1,
    toGrid(east + dx) + 1,
    toGrid(north + dy) + 1,
  ];
  return { bounds, locate };
}

const known = new WeakMap<object, Ground | null>();

/** Ground of an area; made once for each record, since records never change in place. */
export function areaGround(area: Area): BandedArea {
  let ground = known.get(area);
  if (!ground) {
    ground = new BandedArea(area);
    known.set(area, ground);
  }
  return ground as BandedArea;
}

/**
 * Ground of a zone: its polygon, the band along its line, the circle around its position. Bands and
 * circles are told by distance, so their edge differs by centimetres from the polygons drawn for
 * them. Null when it has none, as a site that is a position without a radius.
 */
export function zoneGroundOf(zone: Zone): Ground | null {
  const { geometry } = zone;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return areaGround(geometry);
  let ground = known.get(zone);
  if (ground === undefined) {
    ground = bandOf(zone);
    known.set(zone, ground);
  }
  return ground;
}

function bandOf(zone: Zone): Ground | null {
  const { geometry } = zone;
  if (zone.shape === 'strip') {
    if (geometry.type === 'LineString') return around([geometry.coordinates], zone.widthM / 2);
    if (geometry.type === 'MultiLineString') return around(geometry.coordinates, zone.widthM / 2);
  }
  if (zone.shape === 'site' && zone.radiusM !== null && geometry.type === 'Point') {
    return around([[geometry.coordinates]], zone.radiusM);
  }
  return null;
}
