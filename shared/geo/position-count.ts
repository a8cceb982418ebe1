import type { Geometry } from 'geojson';

/** How many positions a geometry has, in all its parts. */
export function positionCount(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection') {
    return geometry.geometries.reduce((sum, part) => sum + positionCount(part), 0);
  }
  return count(geometry.coordinates);
}

function count(coordinates: readonly unknown[]): number {
  const [first] = coordinates;
  if (!Array.isArray(first)) return typeof first === 'number' ? 1 : 0;
  if (!Array.isArray(first[0])) return coordinates.length;
  return coordinates.reduce((sum: number, part) => sum + count(part as unknown[]), 0);
}
