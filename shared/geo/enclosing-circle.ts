/** A circle on a plane. */
export interface Circle {
  x: number;
  y: number;
  radius: number;
}

type Point = readonly [x: number, y: number];

/** How much farther than the radius, by itself, a point may be by rounding. */
const slack = 1 + 1e-12;

function contains({ x, y, radius }: Circle, [px, py]: Point): boolean {
  return Math.hypot(px - x, py - y) <= radius * slack + 1e-12;
}

function onTwo([ax, ay]: Point, [bx, by]: Point): Circle {
  return { x: (ax + bx) / 2, y: (ay + by) / 2, radius: Math.hypot(ax - bx, ay - by) / 2 };
}

/** The circle through three points; null when they lie on a line. */
function onThree(a: Point, b: Point, c: Point): Circle | null {
  const [bx, by] = [b[0] - a[0], b[1] - a[1]];
  const [cx, cy] = [c[0] - a[0], c[1] - a[1]];
  const d = 2 * (bx * cy - by * cx);
  if (d === 0) return null;
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  const x = (cy * b2 - by * c2) / d;
  const y = (bx * c2 - cx * b2) / d;
  return { x: a[0] + x, y: a[1] + y, radius: Math.hypot(x, y) };
}

/** Corners of the convex hull (A. Andrew's monotone chain, 1979). */
function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of list) {
      for (;;) {
        const [a, b] = [chain.at(-2), chain.at(-1)];
        if (!a || !b) break;
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        chain.pop();
      }
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.toReversed())];
}

/**
 * The smallest circle around points on a plane, exact to rounding; null around none.
 *
 * Source: E. Welzl, Smallest enclosing disks (1991), in its iterative form, over the corners of the hull.
 */
export function enclosingCircle(points: readonly Point[]): Circle | null {
  const corners = hull(points);
  const [first] = corners;
  if (!first) return null;
  let circle: Circle = { x: first[0], y: first[1], radius: 0 };
  for (let i = 1; i < corners.length; i++) {
    const p = corners[i]!;
    if (contains(circle, p)) continue;
    circle = { x: p[0], y: p[1], radius: 0 };
    for (let j = 0; j < i; j++) {
      const q = corners[j]!;
      if (contains(circle, q)) continue;
      circle = onTwo(p, q);
      for (let k = 0; k < j; k++) {
        const r = corners[k]!;
        if (!contains(circle, r)) circle = onThree(p, q, r) ?? circle;
      }
    }
  }
  return circle;
}
