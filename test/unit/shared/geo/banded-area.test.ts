import { booleanPointInPolygon, distance, multiPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { BoxGrid } from '#shared/geo/box-grid.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { fromGrid } from '#shared/geo/grid.ts';

/** Corners on a coarse raster of 1e-6°, so that positions often lie on edges and corners. */
const step = fc.integer({ min: 0, max: 12 }).map((n) => n * 10);
const place = fc.tuple(step, step);

/** A star-shaped ring around a middle: simple, with as many corners as radii. */
const star = (x: number, y: number, radii: number[]) => {
  const ring = radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
  });
  return [...ring, ring[0] ?? []];
};
const degrees = (rings: number[][][]) => rings.map((ring) => ring.map((p) => p.map(fromGrid)));
const radii = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 5, maxLength: 90 });

describe('BandedArea', () => {
  // ┌─────────┐
  // │ ┌──┐ ▢▢ │   two parts, the first with a hole
  // │ └──┘    │
  // └─────────┘
  it('agrees with Turf on areas of several parts with holes', () => {
    fc.assert(
      fc.property(
        radii,
        radii,
        fc.array(place, { minLength: 20, maxLength: 20 }),
        (a, b, places) => {
          const hole = star(
            60,
            60,
            a.map((radius) => radius / 4),
          );
          const coordinates = [[star(60, 60, a), hole], [star(200, 60, b)]];
          // In whole numbers Turf is exact too.
          const area = multiPolygon(coordinates);
          const banded = new BandedArea({
            type: 'MultiPolygon',
            coordinates: coordinates.map(degrees),
          });
          for (const [x, y] of [...places, ...places.map(([px, py]) => [px + 140, py] as const)]) {
            const inside = booleanPointInPolygon([x, y], area, { ignoreBoundary: true });
            const touching = booleanPointInPolygon([x, y], area);
            expect(banded.locate(x, y)).toBe(inside ? 'inside' : touching ? 'border' : 'outside');
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives every edge near a box once', () => {
    fc.assert(
      fc.property(radii, place, place, (a, from, to) => {
        const banded = new BandedArea({ type: 'Polygon', coordinates: degrees([star(60, 60, a)]) });
        const box: [number, number, number, number] = [
          Math.min(from[0], to[0]),
          Math.min(from[1], to[1]),
          Math.max(from[0], to[0]),
          Math.max(from[1], to[1]),
        ];
        const seen: number[] = [];
        banded.edgesMeeting(box, (edge) => seen.push(edge));
        const all = Array.from({ length: banded.ends.length / 4 }, (_, e) => e).filter((e) => {
          const [ax = 0, ay = 0, bx = 0, by = 0] = banded.ends.slice(4 * e, 4 * e + 4);
          return (
            Math.max(ax, bx) >= box[0] &&
            Math.min(ax, bx) <= box[2] &&
            Math.max(ay, by) >= box[1] &&
            Math.min(ay, by) <= box[3]
          );
        });
        expect(seen.sort((p, q) => p - q)).toEqual(all);
      }),
      { numRuns: 150 },
    );
  });

  it('closes rings that are open, and has no ground without rings', () => {
    const open = new BandedArea({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1e-5, 0],
          [0, 1e-5],
        ],
      ],
    });
    expect(open.locate(20, 20)).toBe('inside');
    expect(open.locate(0, 50)).toBe('border');
    expect(new BandedArea({ type: 'Polygon', coordinates: [] }).locate(0, 0)).toBe('outside');
  });
});

describe('BoxGrid', () => {
  it('finds what may hold a position, until it is taken away', () => {
    const grid = new BoxGrid<string>();
    const small: [number, number, number, number] = [-30_000, -30_000, 30_000, 10];
    const large: [number, number, number, number] = [0, 0, 100_000_000, 100_000_000];
    grid.add('small', small);
    grid.add('large', large);
    grid.add('nothing', [Infinity, Infinity, -Infinity, -Infinity]);
    expect([...grid.at(-30_000, 0)]).toEqual(['small', 'large']);
    expect([...grid.at(50_000, 50_000)]).toEqual(['large']);
    grid.remove('small', small);
    grid.remove('large', large);
    expect([...grid.at(-30_000, 0)]).toEqual([]);
  });
});

describe('distanceM', () => {
  it('agrees with the great circle within 100 km', () => {
    const degrees = fc.double({ min: -0.4, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, fc.double({ min: -55, max: 55, noNaN: true }), (dx, dy, y) => {
        const a = [116, y];
        const b = [116 + dx, y + dy];
        const witness = distance(a, b, { units: 'meters' });
        expect(Math.abs(distanceM(a, b) - witness)).toBeLessThanOrEqual(1e-4 * witness + 1e-6);
      }),
    );
  });
});
