import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Area } from '#shared/model/geometry.ts';
import { block, check, outline, polygon } from './given.ts';

type Ring = Position[];

/**
 * A field cut again and again along straight lines from edge to edge. Each cut ends in corners that
 * the neighbour across the edge does not have, at places with all the digits of a double.
 *
 *   +-----+-----+
 *   |     |  B  |
 *   |  A  +-----+    A has no corner where the border of B and C ends on its own
 *   |     |  C  |
 *   +-----+-----+
 */
function cutField(corners: Ring, cuts: readonly [number, number, number, number, number][]) {
  const rings: Ring[] = [corners];
  const onEdge = (ring: Ring, i: number, t: number): Position => {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    return [ax + t * (bx - ax), ay + t * (by - ay)];
  };
  for (const [which, first, second, t, u] of cuts) {
    const at = which % rings.length;
    const ring = rings[at] ?? [];
    const [a, b] = [first % ring.length, second % ring.length].sort((i, j) => i - j) as [
      number,
      number,
    ];
    if (a === b) continue;
    const [p, q] = [onEdge(ring, a, t), onEdge(ring, b, u)];
    rings.splice(
      at,
      1,
      [...ring.slice(0, a + 1), p, q, ...ring.slice(b + 1)],
      [p, ...ring.slice(a + 1, b + 1), q],
    );
  }
  return rings;
}

const share = fc.double({ min: 0.15, max: 0.85, noNaN: true });
const cut = fc.tuple(fc.nat(1000), fc.nat(50), fc.nat(50), share, share);
const closed = (ring: Ring): Area => polygon([...ring, ring[0] ?? []]);

describe.each([
  ['metres', 440_000.123456, 4_420_000.654321, 1, true],
  ['degrees', 116.3, 39.9, 1e-5, false],
] as const)('a field cut from edge to edge, in %s', (_, x0, y0, unit, planar) => {
  it.each([300, 10_000])('is whole at %d m, whatever rounding makes of it', async (size) => {
    const corners: Ring = [
      [0, 0],
      [1, 0.03],
      [1.02, 1],
      [-0.01, 0.98],
    ].map(([x = 0, y = 0]) => [x0 + x * size * unit, y0 + y * size * unit]);
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 20, maxLength: 120 }), async (cuts) => {
        const zones = cutField(corners, cuts).map((ring, i) => block(`z${i}`, closed(ring)));
        const report = await check({ zones, boundary: outline(closed(corners)), planar });
        // Fields thinner than the grid collapse, and are named for it.
        const thin = new Set(
          report.findings.flatMap((f) => (f.rule === 'invalid' ? f.recordIds : [])),
        );
        const others = report.findings.filter(
          ({ rule, recordIds }) => rule !== 'invalid' && !recordIds.some((id) => thin.has(id)),
        );
        expect(others.map(({ rule, widthM, areaM2 }) => [rule, widthM, areaM2])).toEqual([]);
        expect(Math.abs(report.areas?.balance ?? 1)).toBeLessThan(1e-3);
      }),
      { numRuns: 25 },
    );
  });

  it('has the fields that are missing, and no more', async () => {
    const corners: Ring = [
      [0, 0],
      [1000, 30],
      [1020, 1000],
      [-10, 980],
    ].map(([x = 0, y = 0]) => [x0 + x * unit, y0 + y * unit]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(cut, { minLength: 10, maxLength: 40 }),
        fc.nat(100),
        async (cuts, which) => {
          const rings = cutField(corners, cuts);
          fc.pre(rings.length > 2);
          const zones = rings.map((ring, i) => block(`z${i}`, closed(ring)));
          const [missing] = zones.splice(which % zones.length, 1);
          const alone = await check({ zones: [missing!], planar });
          fc.pre(alone.coveredM2! > 50);
          const report = await check({ zones, boundary: outline(closed(corners)), planar });
          const gaps = report.findings.filter(({ rule }) => rule === 'gap');
          expect(gaps).toHaveLength(1);
          expect(gaps[0]?.areaM2).toBeCloseTo(alone.coveredM2!, -1);
        },
      ),
      { numRuns: 25 },
    );
  });
});
