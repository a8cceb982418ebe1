import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { RepairRefused } from '#shared/topology/repair/repair-question.ts';
import { polygon, rectangle } from '#test/unit/shared/topology/shapes.ts';
import { defectsIn, repaired } from './repaired.ts';

const boundary = rectangle(0, 0, 200, 100);

/** Two zones whose common border was drawn twice: `left` and `right` are the offsets of its corners. */
const twice = fc.record({
  width: fc.constantFrom(0.05, 0.5, 5, 20),
  corners: fc.array(fc.tuple(fc.nat(30), fc.nat(100), fc.nat(100)), { minLength: 2, maxLength: 9 }),
  /** Whether both lines have the same ends, so that the overlap is a lens. */
  lens: fc.boolean(),
});

const toMillimetres = (x: number) => Math.round(x * 1000) / 1000;

describe('an overlap split along its middle', () => {
  // +-----+-+---+
  // |  A  |#| B |     both lines wiggle alike, and a little each by itself
  // +-----+-+---+
  it('leaves nothing over, and both zones about half', () => {
    let refused = 0;
    fc.assert(
      fc.property(twice, ({ width, corners, lens }) => {
        const last = corners.length - 1;
        const line = (sign: 1 | -1): Position[] =>
          corners.map(([bend, right, left], i) => {
            const own = 1 + (sign > 0 ? right : left) / 200;
            const isEnd = i === 0 || i === last;
            const off = lens && isEnd ? 0 : sign * width * own;
            const x = 100 + (isEnd ? 0 : bend - 15) + off;
            return [toMillimetres(x), toMillimetres((100 * i) / last)];
          });
        const zones = {
          A: polygon([0, 0], ...line(1), [0, 100]),
          B: polygon([200, 100], ...line(-1).toReversed(), [200, 0]),
        };
        const before = repaired({ boundary, zones }).after;
        fc.pre(before.gaps.length === 0 && before.overlaps.length > 0);
        try {
          const got = repaired({
            boundary,
            zones,
            choices: before.overlaps.map(({ polygon: ground }) => [
              ground,
              { kind: 'split', zoneIds: ['A', 'B'] },
            ]),
          });
          expect(defectsIn(got.after)).toBe(0);
          const shared = before.overlaps.reduce((sum, { areaM2: size }) => sum + size, 0);
          const lost = areaM2(zones.A, true) - (got.areas['A'] ?? 0);
          expect(lost / shared).toBeGreaterThan(0.3);
          expect(lost / shared).toBeLessThan(0.7);
        } catch (error) {
          // A line of millimetres does not fit into every bend of an overlap of centimetres.
          if (!(error instanceof RepairRefused) || error.reason !== 'narrow') throw error;
          refused++;
        }
      }),
      { numRuns: 200 },
    );
    expect(refused).toBeLessThan(10);
  });

  // +-----+---+---+
  // |  A  | # | B |     the outline runs along the short ends of the overlap
  // +-----+---+---+
  it('ends in the middle of the outline between both lines', () => {
    const zones = { A: rectangle(0, 0, 110, 100), B: rectangle(90, 0, 110, 100) };
    const got = repaired({
      boundary,
      zones,
      choices: [[rectangle(90, 0, 20, 100), { kind: 'split', zoneIds: ['A', 'B'] }]],
    });
    expect(got.areas).toEqual({ A: 10_000, B: 10_000 });
    expect(defectsIn(got.after)).toBe(0);
  });

  // +-------+
  // | A +-+ |
  // |   |B| |     B has no line of A beside it
  // |   +-+ |
  // +-------+
  it('refuses a zone inside another', () => {
    const zones = { A: boundary, B: rectangle(50, 50, 10, 10) };
    expect(() =>
      repaired({
        boundary,
        zones,
        choices: [[zones.B, { kind: 'split', zoneIds: ['A', 'B'] }]],
      }),
    ).toThrow('narrow');
  });
});
