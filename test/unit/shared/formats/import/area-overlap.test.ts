import { feature, featureCollection, intersect, area as turfArea } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, contains, largestOverlap } from '#shared/formats/import/area-overlap.ts';
import type { Area } from '#shared/model/geometry.ts';
import { box } from './import-fixtures.ts';

const candidate = (area: Area, value: string) => ({ box: boxOf(area), area, value });
const square = (west: number, south: number, size: number) =>
  box(west, south, west + size, south + size) as Area;

describe('largestOverlap', () => {
  it('names the candidate with most common ground, none when there is none', () => {
    // +----A----+----B----+
    // |      +--x--+      |    x reaches 2/3 into B
    // +---------+---------+
    const candidates = [candidate(square(0, 0, 1), 'A'), candidate(square(1, 0, 1), 'B')];
    expect(largestOverlap(square(0.9, 0.2, 0.3), candidates)).toBe('B');
    expect(largestOverlap(square(5, 5, 1), candidates)).toBeNull();
    expect(largestOverlap(square(2.1, 0, 1), candidates)).toBeNull();
  });

  it('does not count the ground in holes', () => {
    const [outer] = square(0, 0, 3).coordinates;
    const [hole] = square(1, 1, 1).coordinates;
    const ringed = { type: 'Polygon', coordinates: [outer, hole] } as Area;
    expect(largestOverlap(square(1.2, 1.2, 0.5), [candidate(ringed, 'A')])).toBeNull();
    expect(contains(ringed, [1.5, 1.5])).toBe(false);
    expect(contains(ringed, [0.5, 0.5])).toBe(true);
  });

  it('agrees with turf wherever one candidate clearly has more', () => {
    const place = fc.record({
      west: fc.double({ min: 0, max: 0.02, noNaN: true }),
      south: fc.double({ min: 0, max: 0.02, noNaN: true }),
      size: fc.double({ min: 0.002, max: 0.02, noNaN: true }),
    });
    const shared = (a: Area, b: Area) => {
      const common = intersect(featureCollection([feature(a), feature(b)]));
      return common ? turfArea(common) : 0;
    };
    fc.assert(
      fc.property(place, place, place, (own, one, other) => {
        const [area, a, b] = [own, one, other].map((at) => square(at.west, at.south, at.size)) as [
          Area,
          Area,
          Area,
        ];
        const [first, second] = [shared(area, a), shared(area, b)];
        fc.pre(Math.abs(first - second) > 0.25 * turfArea(area));
        const found = largestOverlap(area, [candidate(a, 'a'), candidate(b, 'b')]);
        expect(found).toBe(first > second ? 'a' : 'b');
      }),
    );
  });
});
