import type { Geometry, Position } from 'geojson';
import { snapDegrees } from './grid.ts';

function snapNested(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (typeof coordinates[0] === 'number') {
    const [longitude, latitude] = coordinates as Position;
    return [snapDegrees(longitude ?? Number.NaN), snapDegrees(latitude ?? Number.NaN)];
  }
  return coordinates.map(snapNested);
}

/**
 * The same geometry with every position on the 1e-7° grid; heights are dropped.
 * Positions are [longitude, latitude] in degrees. The input is not changed.
 */
export function snapGeometry<G extends Exclude<Geometry, { type: 'GeometryCollection' }>>(
  geometry: G,
): G {
  return { type: geometry.type, coordinates: snapNested(geometry.coordinates) } as unknown as G;
}
