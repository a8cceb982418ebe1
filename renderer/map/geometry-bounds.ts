import type { Geometry, Position } from 'geojson';
import type { Bounds } from './map-view-props.ts';

/** [west, south, east, north] of the drawable positions of some geometries; null when there are none. */
export function boundsOf(geometries: Iterable<Geometry | null>): Bounds | null {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const see = (nested: unknown) => {
    if (!Array.isArray(nested)) return;
    if (typeof nested[0] !== 'number') {
      for (const part of nested) see(part);
      return;
    }
    const [x, y] = nested as Position;
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    bounds[0] = Math.min(bounds[0], x as number);
    bounds[1] = Math.min(bounds[1], y as number);
    bounds[2] = Math.max(bounds[2], x as number);
    bounds[3] = Math.max(bounds[3], y as number);
  };
  for (const geometry of geometries) {
    if (geometry?.type === 'GeometryCollection') {
      for (const part of geometry.geometries) if ('coordinates' in part) see(part.coordinates);
    } else if (geometry) see(geometry.coordinates);
  }
  return bounds[0] <= bounds[2] ? bounds : null;
}
