import type { Position } from 'geojson';

/** Greatest distance between a curve and the chords that stand for it, as a share of its radius. */
const flatness = 5e-4;

/** Steps for an angle in radians so that chords stay within {@link flatness} of the arc. */
function stepsFor(angle: number): number {
  const step = 2 * Math.acos(1 - flatness);
  return Math.min(720, Math.max(1, Math.ceil(Math.abs(angle) / step)));
}

/** Positions on an arc from one angle to another (radians, anticlockwise), both ends included. */
export function arcPositions(
  [cx = 0, cy = 0]: Position,
  radius: number,
  from: number,
  to: number,
): Position[] {
  const steps = stepsFor(to - from);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
}

/** A closed ring around a circle. */
export function circleRing(centre: Position, radius: number): Position[] {
  const ring = arcPositions(centre, radius, 0, 2 * Math.PI);
  return [...ring.slice(0, -1), ring[0] as Position];
}

/**
 * Positions between two vertices of a polyline on the arc that their bulge tells: the tangent of a
 * quarter of its angle, positive to the left of the way. Without the first vertex, with the second.
 */
export function bulgePositions(from: Position, to: Position, bulge: number): Position[] {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  if (bulge === 0 || !Number.isFinite(bulge) || (x1 === x2 && y1 === y2)) return [to];
  const angle = 4 * Math.atan(bulge);
  const half = (1 - bulge * bulge) / (4 * bulge);
  const centre: Position = [(x1 + x2) / 2 - (y2 - y1) * half, (y1 + y2) / 2 + (x2 - x1) * half];
  const radius = Math.hypot(x1 - (centre[0] ?? 0), y1 - (centre[1] ?? 0));
  const start = Math.atan2(y1 - (centre[1] ?? 0), x1 - (centre[0] ?? 0));
  return [...arcPositions(centre, radius, start, start + angle).slice(1, -1), to];
}

/** Positions on an ellipse or a part of it, by the parameters of its ends. */
export function ellipsePositions(
  [cx = 0, cy = 0]: Position,
  [mx = 0, my = 0]: Position,
  ratio: number,
  from: number,
  to: number,
): Position[] {
  const end = to > from ? to : to + 2 * Math.PI;
  const steps = stepsFor(end - from);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((end - from) * i) / steps;
    const along = Math.cos(angle);
    const across = ratio * Math.sin(angle);
    return [cx + along * mx - across * my, cy + along * my + across * mx];
  });
}
