import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IssueGrid } from '#shared/analysis/issue-grid.ts';
import { toGrid } from '#shared/geo/grid.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const place = fc.tuple(degrees(116, 116.5), degrees(39.8, 40.2));
const anywhere = fc.tuple(degrees(-180, 180), degrees(-90, 90));

it('finds in a view what looking at every issue finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ arbitrary: place, weight: 8 }, { arbitrary: anywhere, weight: 1 })),
      place,
      place,
      (places, a, b) => {
        const longitude = Int32Array.from(places, ([x]) => toGrid(x));
        const latitude = Int32Array.from(places, ([, y]) => toGrid(y));
        const view = [
          Math.min(a[0], b[0]),
          Math.min(a[1], b[1]),
          Math.max(a[0], b[0]),
          Math.max(a[1], b[1]),
        ] as const;
        const [west, south, east, north] = view.map(toGrid) as [number, number, number, number];
        const expected = places
          .map((_, i) => i)
          .filter((i) => {
            const x = longitude[i] as number;
            const y = latitude[i] as number;
            return x >= west && x <= east && y >= south && y <= north;
          });
        const found: number[] = [];
        new IssueGrid({ count: places.length, longitude, latitude }).within(view, (i) =>
          found.push(i),
        );
        expect(found.sort((p, q) => p - q)).toEqual(expected);
      },
    ),
    { numRuns: 100 },
  );
});
