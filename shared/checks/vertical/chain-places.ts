import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import { mendArea } from '#shared/checks/horizontal/mend-area.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { toPolygons } from '#shared/geo/clip.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { ChainPlace } from './seat.ts';

/** A position well inside an area, in its largest part; its first corner when it has no ground. */
function placeInArea(area: Polygon | MultiPolygon): Position {
  const { ground } = mendArea(area, false);
  const parts = ground ? toPolygons(ground) : [];
  const [largest] = parts.sort((a, b) => areaM2(b) - areaM2(a));
  const [first] = area.coordinates.flat(area.type === 'Polygon' ? 1 : 2) as Position[];
  return largest ? widestPlace(largest, false).at : (first ?? [0, 0]);
}

function placeInZone({ geometry }: Zone): Position {
  if (geometry.type === 'Point') return geometry.coordinates;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return placeInArea(geometry);
  const line = geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0];
  return line?.[Math.floor(line.length / 2)] ?? [0, 0];
}

/** All places of the chain from the district down to the points. */
export function chainPlaces(input: ChainCheckInput): ChainPlace[] {
  const { district, streets, communities, zones, points } = input;
  return [
    ...(district ? [district] : []).map(({ id, name, geometry }): ChainPlace => {
      return { id, name, level: 'district', at: () => placeInArea(geometry) };
    }),
    ...streets.map(({ id, name, geometry }): ChainPlace => {
      return { id, name, level: 'street', at: () => placeInArea(geometry) };
    }),
    ...communities.map(({ id, name, geometry }): ChainPlace => {
      return { id, name, level: 'community', at: () => placeInArea(geometry) };
    }),
    ...zones.map((zone): ChainPlace => {
      return { id: zone.id, name: zone.name, level: 'zone', at: () => placeInZone(zone) };
    }),
    ...points.map(({ id, name, position }): ChainPlace => {
      return { id, name, level: 'point', at: () => position };
    }),
  ];
}
