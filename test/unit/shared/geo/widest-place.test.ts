import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';

function widest(...coordinates: Position[][]) {
  return widestPlace({ type: 'Polygon', coordinates }, true);
}

const box = (x0: number, y0: number, x1: number, y1: number): Position[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
  [x0, y0],
];

describe('widestPlace', () => {
  it('finds the middle of a square', () => {
    const { at, widthM, lengthM } = widest(box(0, 0, 4, 4));
    expect(at[0]).toBeCloseTo(2, 1);
    expect(at[1]).toBeCloseTo(2, 1);
    expect(widthM).toBeCloseTo(4, 1);
    expect(lengthM).toBe(8);
  });

  // +----------+
  // | +------+ |    widest at the left
  // | |      | |
  // | +------+ |
  // +----------+
  it('goes round holes', () => {
    const { at, widthM } = widest(box(0, 0, 20, 10), box(6, 1, 19, 9));
    expect(at[0]).toBeLessThan(6);
    expect(widthM).toBeCloseTo(6, 0);
  });

  it('measures slivers in degrees', () => {
    const metre = 1 / 111_195;
    const coordinates = [
      [
        [116.3, 39.9],
        [116.3, 39.91],
        [116.3 + (0.02 * metre) / Math.cos((39.905 * Math.PI) / 180), 39.91],
        [116.3 + (0.02 * metre) / Math.cos((39.905 * Math.PI) / 180), 39.9],
        [116.3, 39.9],
      ],
    ];
    const { widthM, lengthM } = widestPlace({ type: 'Polygon', coordinates }, false);
    expect(widthM).toBeCloseTo(0.02, 4);
    expect(lengthM).toBeCloseTo(1112, 0);
  });

  it('always lies inside, at least half as deep as the deepest of many places', () => {
    const radii = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 24 });
    const squeeze = fc.constantFrom(1, 0.1, 0.001);
    fc.assert(
      fc.property(
        radii,
        squeeze,
        fc.double({ min: 0, max: 3, noNaN: true }),
        (list, thin, turn) => {
          const star = list.map((radius, i): Position => {
            const angle = (2 * Math.PI * i) / list.length;
            const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle) * thin];
            return [
              x * Math.cos(turn) - y * Math.sin(turn),
              x * Math.sin(turn) + y * Math.cos(turn),
            ];
          });
          const ring = [...star, star[0] ?? []];
          const { at, widthM } = widest(ring);
          const index = new AreaIndex({ type: 'Polygon', coordinates: [ring] });
          expect(index.locate(at, 1e-9)).toBe('inside');
          // The centre of the star is inside too; the widest place must not be much worse.
          const centre = star.reduce((least, p, i) => {
            const [ax = 0, ay = 0] = p;
            const [bx = 0, by = 0] = star[(i + 1) % star.length] ?? [];
            return Math.min(least, Math.abs(ax * by - ay * bx) / Math.hypot(bx - ax, by - ay));
          }, Infinity);
          expect(widthM).toBeGreaterThan(centre);
        },
      ),
      { numRuns: 300 },
    );
  });
});
