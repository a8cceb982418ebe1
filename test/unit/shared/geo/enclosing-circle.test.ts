import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enclosingCircle } from '#shared/geo/enclosing-circle.ts';

type Point = [number, number];

/** The witness: of all circles through two or three of the points the smallest that holds all. */
function byTrying(points: readonly Point[]): number {
  let least = points.length === 1 ? 0 : Infinity;
  const holds = (x: number, y: number, radius: number) =>
    points.every(([px, py]) => Math.hypot(px - x, py - y) <= radius + 1e-7);
  for (const [i, a] of points.entries()) {
    for (const [j, b] of points.slice(0, i).entries()) {
      const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const half = Math.hypot(a[0] - b[0], a[1] - b[1]) / 2;
      if (half < least && holds(mx, my, half)) least = half;
      for (const c of points.slice(0, j)) {
        const d = 2 * ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
        if (d === 0) continue;
        const square = ([x, y]: Point) => x * x + y * y;
        const x =
          (square(a) * (b[1] - c[1]) + square(b) * (c[1] - a[1]) + square(c) * (a[1] - b[1])) / d;
        const y =
          (square(a) * (c[0] - b[0]) + square(b) * (a[0] - c[0]) + square(c) * (b[0] - a[0])) / d;
        const radius = Math.hypot(a[0] - x, a[1] - y);
        if (radius < least && holds(x, y, radius)) least = radius;
      }
    }
  }
  return least;
}

describe('the smallest circle around points', () => {
  it('is that which trying all finds', () => {
    const point = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        expect(enclosingCircle(points)?.radius).toBeCloseTo(byTrying(points), 5);
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing around nothing', () => {
    expect(enclosingCircle([])).toBeNull();
  });
});
