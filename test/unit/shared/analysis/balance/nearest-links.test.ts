import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestLinks } from '#shared/analysis/balance/nearest-links.ts';

const places = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: 1000, noNaN: true }),
    y: fc.double({ min: 0, max: 1000, noNaN: true }),
    part: fc.nat(6),
  }),
  { maxLength: 30 },
);
const away = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y);

/** The witness: from the first part on, the shortest way to another one, again and again (Prim). */
function lengthOfTree(all: readonly { x: number; y: number; part: number }[]): number {
  const reached = new Set(all.slice(0, 1).map(({ part }) => part));
  let sum = 0;
  for (;;) {
    let least = Infinity;
    let next = -1;
    for (const a of all) {
      if (!reached.has(a.part)) continue;
      for (const b of all) {
        if (reached.has(b.part) || away(a, b) >= least) continue;
        [least, next] = [away(a, b), b.part];
      }
    }
    if (next < 0) return sum;
    reached.add(next);
    sum += least;
  }
}

describe('nearestLinks', () => {
  //  a a     b     c c      three parts in a row: two links
  it('joins each part to the nearest place of another', () => {
    const row = [0, 10, 50, 70, 80].map((x) => ({ x, y: 0 }));
    const links = nearestLinks(row, [0, 0, 1, 2, 2]).map(
      ([a, b]) => `${Math.min(a, b)},${Math.max(a, b)}`,
    );
    expect(links.toSorted()).toEqual(['1,2', '2,3']);
    expect(nearestLinks(row, [0, 0, 0, 0, 0])).toEqual([]);
    expect(nearestLinks([], [])).toEqual([]);
  });

  it('makes the shortest tree over all parts', () => {
    fc.assert(
      fc.property(places, (all) => {
        const links = nearestLinks(
          all,
          all.map(({ part }) => part),
        );
        expect(links).toHaveLength(Math.max(0, new Set(all.map(({ part }) => part)).size - 1));
        const sum = links.reduce((total, [a, b]) => total + away(all[a]!, all[b]!), 0);
        expect(sum).toBeCloseTo(lengthOfTree(all), 6);
      }),
    );
  });
});
