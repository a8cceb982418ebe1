import type { Position } from 'geojson';

/** Distance from (px, py) to the segment from (ax, ay) to (bx, by), in their units, on a plane. */
export function segmentDistance(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(px - (ax + t * dx), py - (ay + t * dy));
}

/** Distance from a position to the segment a–b, in the units of the positions, on a plane. */
export function pointSegmentDistance(p: Position, a: Position, b: Position): number {
  const [px = 0, py = 0] = p;
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  return segmentDistance(px, py, ax, ay, bx, by);
}

function turn(a: Position, b: Position, c: Position): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** Whether two segments cross in a point inside both of them. */
export function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Where the lines a–b and c–d meet; only meaningful when {@link segmentsCross}. */
export function crossingOf(a: Position, b: Position, c: Position, d: Position): Position {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const from = turn(c, d, a);
  const t = from / (from - turn(c, d, b));
  return [ax + t * (bx - ax), ay + t * (by - ay)];
}

/** Whether two segments come within `epsilon` of each other, crossing included. */
export function segmentsTouch(
  a: Position,
  b: Position,
  c: Position,
  d: Position,
  epsilon: number,
): boolean {
  return (
    segmentsCross(a, b, c, d) ||
    pointSegmentDistance(a, c, d) <= epsilon ||
    pointSegmentDistance(b, c, d) <= epsilon ||
    pointSegmentDistance(c, a, b) <= epsilon ||
    pointSegmentDistance(d, a, b) <= epsilon
  );
}
