import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdgeStrips } from '#shared/topology/edge-strips.ts';

const height = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -1e9, max: 1e9 }));

describe('edges by strips', () => {
  //  ----/--
  //  --\/---   each edge stands in all strips that it passes through
  it('hold all edges at a height', () => {
    fc.assert(
      fc.property(fc.array(height, { minLength: 2, maxLength: 60 }), fc.nat(), (list, nth) => {
        const y = Int32Array.from([...list, list[0] ?? 0]);
        const strips = new EdgeStrips(y, 0, y.length - 1);
        const low = Math.min(...y);
        const asked = low + (nth % (Math.max(...y) - low + 1));
        const found = new Set(strips.at(asked));
        for (let e = 0; e + 1 < y.length; e++) {
          const [a = 0, b = 0] = [y[e], y[e + 1]];
          const reaches = Math.min(a, b) <= asked && Math.max(a, b) >= asked;
          if (reaches) expect(found.has(e)).toBe(true);
        }
      }),
    );
  });

  it('are few at each height of a border that swings', () => {
    const y = Int32Array.from({ length: 10_001 }, (_, i) => 100 * i);
    const strips = new EdgeStrips(y, 0, y.length - 1);
    expect(strips.at(500_050).length).toBeLessThan(10);
  });
});
