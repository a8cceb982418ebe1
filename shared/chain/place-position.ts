import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { ChainPlace } from './chain-place.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import type { Zone } from '#shared/model/zone.ts';

/** A position well inside an area; its first corner when it has no ground. */
function placeInArea(area: Polygon | MultiPolygon): Position {
  const [first] = area.coordinates.flat(area.type === 'Polygon' ? 1 : 2) as Position[];
  return innerPlace(area) ?? first ?? [0, 0];
}

function placeInZone({ geometry }: Zone): Position {
  if (geometry.type === 'Point') return geometry.coordinates;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return placeInArea(geometry);
  const line = geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0];
  return line?.[Math.floor(line.length / 2)] ?? [0, 0];
}

const known = new WeakMap<object, Position>();

/** A position inside a place of the chain; found once for each geometry. */
export function placePosition(place: ChainPlace): Position {
  if (place.level === 'point') return place.record.position;
  const { geometry } = place.record;
  let at = known.get(geometry);
  if (!at) {
    at = place.level === 'zone' ? placeInZone(place.record) : placeInArea(place.record.geometry);
    known.set(geometry, at);
  }
  return at;
}
