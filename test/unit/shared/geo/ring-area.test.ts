import { area, polygon as turfPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { ringAreaM2 } from '#shared/geo/ring-area.ts';

const triangle: Position[] = [
  [116.3, 39.9],
  [116.4, 39.92],
  [116.33, 40],
  [116.3, 39.9],
];

describe('ringAreaM2', () => {
  it('is positive anticlockwise and agrees with Turf on short edges', () => {
    const small = triangle.map(([x = 0, y = 0]) => [116 + x / 1e4, 39 + y / 1e4]);
    const size = ringAreaM2(small, false);
    expect(size / area(turfPolygon([small]))).toBeCloseTo(1, 6);
    expect(ringAreaM2(small.toReversed(), false)).toBeCloseTo(-size, 9);
  });

  it('gives a whole hemisphere 2πr²', () => {
    const north = [-180, -90, 0, 90, 180].map((x): Position => [x, 0]);
    const ring = [...north, [180, 90], [-180, 90], [-180, 0]];
    expect(ringAreaM2(ring, false) / (2 * Math.PI * 6_371_008.8 ** 2)).toBeCloseTo(1, 12);
  });

  it('does not change when an edge gets one more vertex on it', () => {
    const fraction = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fraction, (t) => {
        const [a = [], b = []] = triangle;
        const [ax = 0, ay = 0] = a;
        const [bx = 0, by = 0] = b;
        const more = [a, [ax + t * (bx - ax), ay + t * (by - ay)], ...triangle.slice(1)];
        expect(ringAreaM2(more, false)).toBeCloseTo(ringAreaM2(triangle, false), 3);
      }),
    );
  });

  it('takes holes off and adds parts, in metres on the plane', () => {
    const square = (x: number, side: number): Position[] => [
      [x, 0],
      [x + side, 0],
      [x + side, side],
      [x, side],
      [x, 0],
    ];
    const coordinates = [[square(0, 10), square(2, 3)], [square(20, 2)]];
    expect(areaM2({ type: 'MultiPolygon', coordinates }, true)).toBe(95);
  });
});
