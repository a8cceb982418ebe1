import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from './given.ts';
import { movedVertex } from './moved-vertex.ts';

/** What the grid may make of a sliver in degrees: it is noise below this (m). */
const noiseM = 0.05;

describe('a vertex that some zones draw elsewhere than others', () => {
  //   \ B /
  //  A *-p  C    off by less than the tolerance: one finding, wherever borders meet
  //   / D \
  it('is one finding when it is off by less than the tolerance', async () => {
    const small = fc.double({ min: 0.1, max: 0.9, noNaN: true });
    await fc.assert(
      fc.asyncProperty(movedVertex(small), async ({ owners, widthM, ...given }) => {
        const { findings, areas } = await check(given);
        if (widthM > noiseM) expect(findings).toHaveLength(1);
        else expect(findings.length).toBeLessThanOrEqual(1);
        for (const { recordIds } of findings) {
          for (const id of recordIds) expect(given.zones.map((zone) => zone.id)).toContain(id);
          // Whoever has the vertex on the side that it moved to is concerned.
          expect(owners.some((owner) => recordIds.includes(owner))).toBe(true);
        }
        expect(Math.abs(areas?.balance ?? 1)).toBeLessThan(1e-3);
      }),
      { numRuns: 300 },
    );
  });

  it('is ground in dispute when it is off by more, each ground told once', async () => {
    const large = fc.double({ min: 2, max: 8, noNaN: true });
    await fc.assert(
      fc.asyncProperty(movedVertex(large), async ({ owners, widthM, ...given }) => {
        fc.pre(widthM > 1.5);
        const { findings } = await check(given);
        expect(findings.length).toBeGreaterThanOrEqual(1);
        // No more than two kinds of ground for each who has the vertex.
        expect(findings.length).toBeLessThanOrEqual(2 * owners.length);
        const told = findings.map(({ rule, recordIds, at }) => [rule, recordIds, at].join());
        expect(new Set(told).size).toBe(findings.length);
      }),
      { numRuns: 100 },
    );
  });
});
