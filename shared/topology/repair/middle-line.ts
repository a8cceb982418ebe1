import type { Vertex } from './snapped-pieces.ts';

/** Stretches into which the longer line is cut at most, and at least. */
const mostParts = 96;
const leastParts = 8;

function distance([ax, ay]: Vertex, [bx, by]: Vertex): number {
  return Math.hypot(bx - ax, by - ay);
}

/** The place on a line that is nearest to p. */
function nearest(line: readonly Vertex[], [px, py]: Vertex): Vertex {
  let best: Vertex = line[0] ?? [px, py];
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!;
    const [bx, by] = line[i]!;
    const dx = bx - ax;
    const dy = by - ay;
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / squared;
    const t = Math.min(1, Math.max(0, along));
    const place: Vertex = [ax + t * dx, ay + t * dy];
    const off = distance(place, [px, py]);
    if (off < least) {
      least = off;
      best = place;
    }
  }
  return best;
}

/** Places on a line no farther apart than `step`, its vertices among them, without its ends. */
function samples(line: readonly Vertex[], step: number): Vertex[] {
  const places: Vertex[] = [];
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!;
    const [bx, by] = line[i]!;
    const parts = Math.max(1, Math.ceil(distance([ax, ay], [bx, by]) / step));
    for (let part = i === 1 ? 1 : 0; part < parts; part++) {
      places.push([ax + ((bx - ax) * part) / parts, ay + ((by - ay) * part) / parts]);
    }
  }
  return places;
}

function lengthOf(line: readonly Vertex[]): number {
  return line.slice(1).reduce((sum, vertex, i) => sum + distance(line[i]!, vertex), 0);
}

/**
 * The line between two lines, as near to the one as to the other, as its inner vertices in the order
 * of `a`. From each sample of `a` the way to the nearest place of `b` is followed until both lines
 * are equally far; such ways do not cross, so the line does not cross itself either. Plane
 * coordinates.
 */
export function middleLine(a: readonly Vertex[], b: readonly Vertex[]): Vertex[] {
  const length = Math.max(lengthOf(a), lengthOf(b));
  const spread = samples(a, length / leastParts).map((p) => distance(p, nearest(b, p)));
  const widest = Math.max(...spread, 0);
  const step = Math.max(length / mostParts, Math.min(widest, length / leastParts));
  return samples(a, step).map((p) => {
    const q = nearest(b, p);
    let [low, high] = [0, 1];
    for (let round = 0; round < 40; round++) {
      const t = (low + high) / 2;
      const place: Vertex = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
      if (distance(place, nearest(a, place)) < distance(place, nearest(b, place))) low = t;
      else high = t;
    }
    return [p[0] + low * (q[0] - p[0]), p[1] + low * (q[1] - p[1])];
  });
}
