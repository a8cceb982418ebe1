import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from './area-m2.ts';

/** [west, south, east, north], in the units of the positions. */
export type Bounds = [number, number, number, number];

/** Smallest box around positions; [Infinity, Infinity, -Infinity, -Infinity] around none. */
export function boundsOf(positions: Iterable<Position>): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = Number.NaN, y = Number.NaN] of positions) {
    if (x < bounds[0]) bounds[0] = x;
    if (y < bounds[1]) bounds[1] = y;
    if (x > bounds[2]) bounds[2] = x;
    if (y > bounds[3]) bounds[3] = y;
  }
  return bounds;
}

/** Smallest box around an area. */
export function areaBounds(area: Polygon | MultiPolygon): Bounds {
  const bounds = boundsOf([]);
  for (const [outer] of polygonsOf(area)) {
    const box = boundsOf(outer ?? []);
    bounds[0] = Math.min(bounds[0], box[0]);
    bounds[1] = Math.min(bounds[1], box[1]);
    bounds[2] = Math.max(bounds[2], box[2]);
    bounds[3] = Math.max(bounds[3], box[3]);
  }
  return bounds;
}

/** Whether two boxes meet, if only in a point; `margin` is added all round. */
export function boundsMeet(a: Bounds, b: Bounds, margin = 0): boolean {
  return (
    a[0] <= b[2] + margin && b[0] <= a[2] + margin && a[1] <= b[3] + margin && b[1] <= a[3] + margin
  );
}
