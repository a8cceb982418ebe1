import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsCoverage } from './keeps-coverage.ts';
import { colouredCells } from './random-cells.ts';
import { commandNames, coverage, steps, take } from './random-redraw.ts';

/** How often; the nightly run (test/nightly) asks for thousands. */
const runs = Number(process.env['HENGZONG_REDRAW_RUNS'] ?? 40);

describe('random sequences of all commands', () => {
  it(
    'keep a valid coverage valid, keep its ground and can be taken back',
    async () => {
      let done = 0;
      await fc.assert(
        fc.asyncProperty(coverage, steps(12), async (given, list) => {
          done += await keepsCoverage(given(), list);
        }),
        { numRuns: runs },
      );
      expect(done).toBeGreaterThan(runs);
    },
    60_000 + runs * 1000,
  );

  it(
    'do so where zones are in many parts that touch, and lie in each other',
    async () => {
      let done = 0;
      await fc.assert(
        fc.asyncProperty(colouredCells, steps(8), async (given, list) => {
          done += await keepsCoverage(given(), list);
        }),
        { numRuns: runs },
      );
      expect(done).toBeGreaterThan(runs);
    },
    60_000 + runs * 1000,
  );

  it('are done by each command now and then', { timeout: 120_000 }, () => {
    const done = new Set<string>();
    fc.assert(
      fc.property(coverage, steps(6), (given, list) => {
        const document = given();
        for (const step of list) {
          const { result } = take(document, step);
          if ('refused' in result) continue;
          done.add(step.name);
          document.apply(result.patch);
        }
      }),
      // The night draws other cases each time, and some commands are seldom possible.
      { numRuns: Math.min(2000, Math.max(250, runs)) },
    );
    expect(commandNames.filter((name) => !done.has(name))).toEqual([]);
  });
});
