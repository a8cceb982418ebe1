import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workLimit as limitOf } from '#shared/topology/redraw/work-limit.ts';

/** Ground 10 m wide along an axis of 100 m. */
const areaBefore = (limit: number) => 10 * limit;
const workLimit = (places: { u: number; weight: number }[], perM2: number, share: number): number =>
  limitOf(places, perM2, areaBefore, [0, 100], share).at;

const arbitraryPlaces = fc.array(
  fc.record({ u: fc.integer({ min: 1, max: 99 }), weight: fc.integer({ min: 1, max: 50 }) }),
  { maxLength: 12 },
);

describe('workLimit', () => {
  //  0   10  20           100
  //  |---*---*------------|     two places of 1, and 1,000 m² of nothing
  it('is the middle between two places where ground weighs nothing', () => {
    const places = [10, 20].map((u) => ({ u, weight: 1 }));
    expect(workLimit(places, 0, 0.5)).toBe(15);
  });

  it('goes by the ground alone where nothing stands on it', () => {
    expect(workLimit([], 0.5, 0.25)).toBeCloseTo(25, 6);
  });

  //  0       60           100
  //  |-------*------------|     the place weighs more than all the ground
  it('passes a heavy place on its better side, and keeps clear of it', () => {
    const heavy = [{ u: 60, weight: 5_000 }];
    expect(workLimit(heavy, 1, 0.5)).toBeCloseTo(59.5, 6);
    expect(workLimit([{ u: 40, weight: 5_000 }], 1, 0.5)).toBeCloseTo(40.5, 6);
  });

  it('comes as near to the share as any cut does', () => {
    fc.assert(
      fc.property(
        arbitraryPlaces,
        fc.constantFrom(0, 0.01, 0.2, 3),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (places, perM2, share) => {
          fc.pre(perM2 > 0 || places.length > 0);
          const before = (limit: number) =>
            perM2 * areaBefore(limit) +
            places.reduce((sum, { u, weight }) => sum + (u < limit ? weight : 0), 0);
          const wanted = before(100) * share;
          const off = (limit: number) => Math.abs(before(limit) - wanted);
          // The witness tries a cut every half a metre, between all places.
          let least = Infinity;
          for (let limit = 0.25; limit < 100; limit += 0.5) least = Math.min(least, off(limit));
          const stepOfGround = perM2 * areaBefore(1);
          const found = workLimit(places, perM2, share);
          expect(off(found)).toBeLessThanOrEqual(least + stepOfGround + 1e-6);
          for (const { u } of places) expect(found).not.toBe(u);
        },
      ),
    );
  });
});
