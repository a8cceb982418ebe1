import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Limit, workLimit as limitOf } from '#shared/topology/redraw/work-limit.ts';

/** Ground 10 m wide along an axis of 100 m. */
const areaBefore = (limit: number) => 10 * limit;
type Place = { u: number; weight: number };
const cutOf = (places: readonly Place[], perM2: number, share: number): Limit => {
  const along = {
    u: Float64Array.from(places, ({ u }) => u),
    weight: Float64Array.from(places, ({ weight }) => weight),
  };
  return limitOf(along, perM2, areaBefore, [0, 100], share);
};
const workLimit = (places: readonly Place[], perM2: number, share: number): number =>
  cutOf(places, perM2, share).at;
/** Work before a limit. */
const workBefore = (places: readonly Place[], perM2: number, limit: number): number =>
  perM2 * areaBefore(limit) +
  places.reduce((sum, { u, weight }) => sum + (u < limit ? weight : 0), 0);

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

  //  0           50       100
  //  |-----------*---------|    the share is reached at the very place, or a hair before it
  it('keeps clear of a place at which the share is reached, and says what that costs', () => {
    const heavy = [{ u: 50, weight: 1_000 }];
    const before = cutOf(heavy, 1, 0.25);
    expect(before.at).toBeCloseTo(49.5, 6);
    expect(before.off).toBeCloseTo(5, 6);
    expect(cutOf(heavy, 1, 0.2499).at).toBeCloseTo(49.5, 6);
    // From behind: 1,500 of 2,000 are reached where the place has just been passed.
    const behind = cutOf(heavy, 1, 0.75);
    expect(behind.at).toBeCloseTo(50.5, 6);
    expect(behind.off).toBeCloseTo(5, 6);
    expect(cutOf(heavy, 1, 0.7501).at).toBeCloseTo(50.5, 6);
    // Between two that leave less room it is the middle.
    const close = [
      { u: 50, weight: 1_000 },
      { u: 50.4, weight: 1_000 },
    ];
    expect(cutOf(close, 1, 0.5).at).toBeCloseTo(50.2, 6);
  });

  it('comes as near to the share as any cut does', () => {
    fc.assert(
      fc.property(
        arbitraryPlaces,
        fc.constantFrom(0, 0.01, 0.2, 3),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        // Often the share is reached at a place.
        fc.option(fc.nat(11), { nil: null }),
        (places, perM2, drawn, chosen) => {
          fc.pre(perM2 > 0 || places.length > 0);
          const before = (limit: number) => workBefore(places, perM2, limit);
          const at = chosen === null ? undefined : places[chosen];
          const wanted = at ? before(at.u) : before(100) * drawn;
          const off = (limit: number) => Math.abs(before(limit) - wanted);
          // The witness tries a cut every half a metre, between all places.
          let least = Infinity;
          for (let limit = 0.25; limit < 100; limit += 0.5) least = Math.min(least, off(limit));
          const stepOfGround = perM2 * areaBefore(1);
          const found = cutOf(places, perM2, wanted / before(100));
          expect(off(found.at)).toBeLessThanOrEqual(least + stepOfGround + 1e-6);
          expect(found.off).toBeCloseTo(off(found.at), 6);
          for (const { u } of places) expect(Math.abs(found.at - u)).toBeGreaterThan(0.01);
        },
      ),
    );
  });

  it('finds the same among thousands of places as by going through all of them', () => {
    const manyPlaces = fc.array(
      fc.record({
        u: fc.oneof(
          fc.integer({ min: 1, max: 99 }),
          fc.integer({ min: 4_000, max: 4_100 }).map((cm) => cm / 100),
        ),
        weight: fc.integer({ min: 1, max: 50 }),
      }),
      { minLength: 1, maxLength: 3000, size: 'max' },
    );
    fc.assert(
      fc.property(manyPlaces, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (places, share) => {
        const sorted = places.toSorted((a, b) => a.u - b.u);
        const wanted = workBefore(places, 0, 100) * share;
        let [sum, least] = [0, wanted];
        for (const [i, { u, weight }] of sorted.entries()) {
          sum += weight;
          const isEnd = sorted[i + 1]?.u !== u;
          if (isEnd) least = Math.min(least, Math.abs(sum - wanted));
        }
        const found = workLimit(places, 0, share);
        expect(Math.abs(workBefore(places, 0, found) - wanted)).toBeCloseTo(least, 6);
      }),
      { numRuns: 30 },
    );
  });
});
