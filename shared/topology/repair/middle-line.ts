import type { Vertex } from './snapped-pieces.ts';

/** Stretches into which the longer line is cut at most, and at least. */
const mostParts = 96;
const leastParts = 8;

function distance([ax, ay]: Vertex, [bx, by]: Vertex): number {
  return Math.hypot(bx - ax, by - ay);
}

/** The place on a line that is nearest to p, and how far along the line it is. */
function nearest(line: readonly Vertex[], [px, py]: Vertex): { place: Vertex; along: number } {
  let best = { place: line[0] ?? ([px, py] as Vertex), along: 0 };
  let least = Infinity;
  let passed = 0;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!;
    const [bx, by] = line[i]!;
    const dx = bx - ax;
    const dy = by - ay;
    const squared = dx * dx + dy * dy;
    const share = squared === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / squared;
    const t = Math.min(1, Math.max(0, share));
    const place: Vertex = [ax + t * dx, ay + t * dy];
    const off = distance(place, [px, py]);
    const length = Math.sqrt(squared);
    if (off < least) {
      least = off;
      best = { place, along: passed + t * length };
    }
    passed += length;
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

/** How far p is off a line. */
const distanceTo = (line: readonly Vertex[], p: Vertex): number =>
  distance(p, nearest(line, p).place);

/** The place on the way from p, on line `a`, to q, on line `b`, that is as near to both lines. */
function between(p: Vertex, q: Vertex, a: readonly Vertex[], b: readonly Vertex[]): Vertex {
  let [low, high] = [0, 1];
  const at = (t: number): Vertex => [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
  for (let round = 0; round < 40; round++) {
    const t = (low + high) / 2;
    if (distanceTo(a, at(t)) < distanceTo(b, at(t))) low = t;
    else high = t;
  }
  return at(low);
}

/**
 * The line between two lines, as near to the one as to the other, as its inner vertices in the order
 * of `a`. From samples of `a`, and from the corners of `b`, the shortest way to the other line is
 * followed until both are equally far. Plane coordinates.
 */
export function middleLine(a: readonly Vertex[], b: readonly Vertex[]): Vertex[] {
  const length = Math.max(lengthOf(a), lengthOf(b));
  const spread = samples(a, length / leastParts).map((p) => distanceTo(b, p));
  const widest = Math.max(...spread, 0);
  const step = Math.max(length / mostParts, Math.min(widest, length / leastParts));
  const ways = [
    ...samples(a, step).map((p) => {
      return { along: nearest(a, p).along, place: between(p, nearest(b, p).place, a, b) };
    }),
    ...b.slice(1, -1).map((q) => {
      const { place: p, along } = nearest(a, q);
      return { along, place: between(p, q, a, b) };
    }),
  ];
  return ways.sort((one, other) => one.along - other.along).map(({ place }) => place);
}
