import type { Polygon, Position } from 'geojson';

/** What doubles and the corners of a face off the grid may add, as a share of a step. */
const slack = 0.02;

/**
 * Whether a face lies between a straight line and one whose corners are no farther from it, to the
 * east and to the north, than rounding moves a place: half a step. Where zones meet on an edge of
 * the outline, their corners cannot be nearer. `step` is in the units of the positions.
 */
export function isRoundedLine(polygon: Polygon, step: number): boolean {
  const [ring = [], ...holes] = polygon.coordinates;
  let [a, b] = [ring[0] ?? [], ring[1] ?? []];
  let longest = -1;
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1] ?? [], ring[i] ?? []];
    const length = Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0));
    if (length > longest) [longest, a, b] = [length, from, to];
  }
  const [ax = 0, ay = 0] = a;
  const dx = (b[0] ?? 0) - ax;
  const dy = (b[1] ?? 0) - ay;
  /** How far a place is off the line, in both directions at once. */
  const off = ([x = 0, y = 0]: Position): number =>
    Math.abs((x - ax) * dy - (y - ay) * dx) / (Math.abs(dx) + Math.abs(dy));
  return holes.length === 0 && ring.every((place) => off(place) <= (0.5 + slack) * step);
}
