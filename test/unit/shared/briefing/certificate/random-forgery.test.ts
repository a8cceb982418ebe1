import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import { verdictOf } from '#shared/briefing/certificate/verdict.ts';
import { verifyRings } from '#shared/briefing/certificate/verify/verify-rings.ts';
import { block, box, outline, polygon } from '#test/unit/shared/checks/given.ts';
import { randomCoverage } from '#test/unit/shared/checks/random-coverage.ts';
import { certify, resealed, verify } from './certify.ts';

/** The certificate without one finding, as one that never knew of it would read. */
function without(made: Certificate, number: number): Certificate {
  const copy = structuredClone(made);
  const { coverage } = copy;
  const [dropped] = coverage.findings.splice(number, 1);
  if (!dropped) throw new Error('no finding');
  coverage.counts[dropped.rule] = (coverage.counts[dropped.rule] ?? 1) - 1;
  coverage.verdict = verdictOf(null, coverage.findings);
  copy.verdict = coverage.verdict;
  const part = { gap: 'gap', overlap: 'overlap', outside: 'outside' }[dropped.rule];
  const areas = coverage.areas as unknown as Record<string, number>;
  const size = dropped.areaM2 ?? 0;
  if (part) areas[part] = Math.max(0, (areas[part] ?? 0) - size);
  if (part === 'gap') areas['covered'] = (areas['covered'] ?? 0) + size;
  return copy;
}

/** Rings drawn without regard for anything, in whole metres of a square of 100 m. */
const scribbles = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), {
    minLength: 3,
    maxLength: 7,
  }),
  { minLength: 1, maxLength: 4 },
);

describe('a certificate that keeps something quiet', () => {
  it('is found out, whichever finding is left away', async () => {
    const damaged = randomCoverage.filter(({ planted }) => planted.some(({ area }) => area > 1));
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(damaged, fc.nat(), async (coverage, which) => {
        fc.pre(coverage.zones.length > 0);
        const made = await certify(coverage);
        const { findings } = made.coverage;
        fc.pre(findings.length > 0);
        const number = which % findings.length;
        fc.pre((findings[number]?.areaM2 ?? 0) > 0.05);
        tried++;
        const forged = await resealed(without(made, number));
        expect([findings[number], await verify(forged, coverage)]).not.toEqual([
          findings[number],
          [],
        ]);
      }),
      { numRuns: 80, endOnFailure: true },
    );
    expect(tried).toBeGreaterThan(40);
  });

  it('may not hide a broken ring, and is not accused of what it tells', async () => {
    let broken = 0;
    await fc.assert(
      fc.asyncProperty(scribbles, fc.boolean(), async (rings, isClosed) => {
        const zones = rings.map((ring, i) => {
          const places = ring.map(([x, y]): Position => [10 * x, 10 * y]);
          return block(`z${i}`, polygon(isClosed ? [...places, places[0] ?? []] : places));
        });
        const boundary = outline(polygon(box(0, 0, 100, 100)));
        const made = await certify({ zones, boundary });
        const drawn = zones.map(({ name, geometry }) => ({ name, geometry }));
        expect(verifyRings(made.coverage.findings, drawn, true)).toEqual([]);
        const others = made.coverage.findings.filter(({ rule }) => rule !== 'invalid');
        const untold = new Set(
          verifyRings(others, drawn, true).map(({ params }) => params['name']),
        );
        const told = made.coverage.findings.filter(({ rule }) => rule === 'invalid');
        for (const { zones: names } of told) if (names.some((name) => untold.has(name))) broken++;
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(broken).toBeGreaterThan(50);
  });
});
