import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from './area-m2.ts';

/** [west, south, east, north], in the units of the positions. */
export type Bounds = [number, number, number, number];

/** Smallest box around positions; [Infinity, Infinity, -Infinity, -Infinity] around none. */
export function boundsOf(positions: readonly Position[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i]!;
    const x = position[0]!;
    const y = position[1]!;
    if (x < west) west = x;
    if (y < south) south = y;
    if (x > east) east = x;
    if (y > north) north = y;
  }
  return [west, south, east, north];
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
