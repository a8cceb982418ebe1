import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Holders } from '#shared/analysis/holders.ts';

/** Few different ones, so that they meet; and the largest there are. */
const keys = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 3 }).map((n) => 2 ** 32 * n + 7),
  fc.integer({ min: 1, max: 4 }).map((n) => 2 ** 53 - n),
);

describe('the holders of keys', () => {
  it('are those that were added and not removed, as a list of pairs has them', () => {
    const step = fc.record({ add: fc.boolean(), key: keys, holder: fc.nat({ max: 5 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const holders = new Holders();
        const pairs = new Set<string>();
        for (const { add, key, holder } of steps) {
          if (add) {
            holders.add(key, holder);
            pairs.add(`${key} ${holder}`);
          } else {
            holders.remove(key, holder);
            pairs.delete(`${key} ${holder}`);
          }
        }
        for (const { key } of steps) {
          const expected = [0, 1, 2, 3, 4, 5].filter((holder) => pairs.has(`${key} ${holder}`));
          expect(holders.of(key).toSorted((a, b) => a - b)).toEqual(expected);
        }
      }),
    );
  });

  it('are found among very many, and again where others have made room', () => {
    const holders = new Holders();
    const count = 200_000;
    const keyOf = (n: number) => n * 40_503_001;
    for (let n = 0; n < count; n++) holders.add(keyOf(n), n % 1000);
    for (let n = 0; n < count; n += 2) holders.remove(keyOf(n), n % 1000);
    for (let n = 0; n < count; n += 4) holders.add(keyOf(n), 1000);
    for (let n = 0; n < count; n++) {
      const held = n % 4 === 0 ? [1000] : n % 2 === 0 ? [] : [n % 1000];
      if (holders.of(keyOf(n)).join() !== held.join()) throw new Error(`${n} is held otherwise`);
    }
    expect(holders.of(keyOf(count))).toEqual([]);
  });
});
