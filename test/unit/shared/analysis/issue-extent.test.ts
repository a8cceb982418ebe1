import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueExtent } from '#shared/analysis/issue-extent.ts';
import { issuesAt } from './issues-at.ts';

const step = (least: number, most: number) =>
  fc.integer({ min: least * 1e4, max: most * 1e4 }).map((steps) => steps / 1e4);
const place = fc.tuple(step(116, 116.5), step(39.8, 40.2));

describe('where issues lie', () => {
  it('is nowhere without any', () => {
    expect(issueExtent([])).toBeNull();
  });

  it('is the place of a single one', () => {
    expect(issueExtent([issuesAt([[116.2, 39.1]])])).toEqual([116.2, 39.1, 116.2, 39.1]);
  });

  it('is the box around few, however they are packed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(place, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 7 }),
        (packed) => {
          const all = packed.flat();
          const [longitudes, latitudes] = [all.map(([x]) => x), all.map(([, y]) => y)];
          expect(issueExtent(packed.map(issuesAt))).toEqual([
            Math.min(...longitudes),
            Math.min(...latitudes),
            Math.max(...longitudes),
            Math.max(...latitudes),
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });

  //  . . . . . .           o (0, 0)
  //  . . . . . .
  it('is not stretched by a few that lie far off', () => {
    const near = Array.from({ length: 9950 }, (_, i): [number, number] => [
      116 + (i % 100) * 0.005,
      39.8 + Math.floor(i / 100) * 0.004,
    ]);
    const strays = Array.from({ length: 50 }, (): [number, number] => [0, 0]);
    const [west, south, east, north] = issueExtent([issuesAt([...near, ...strays])]) ?? [];
    expect(west).toBeGreaterThan(115.4);
    expect(south).toBeGreaterThan(39.3);
    expect(east).toBeCloseTo(116.495, 2);
    expect(north).toBeCloseTo(40.196, 2);
  });
});
