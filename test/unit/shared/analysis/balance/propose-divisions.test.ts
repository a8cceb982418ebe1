import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceGraph } from '#shared/analysis/balance/balance-problem.ts';
import { costOf, partCounts } from '#shared/analysis/balance/division-score.ts';
import { aimWeights, proposeDivisions } from '#shared/analysis/balance/propose-divisions.ts';
import { exhaustiveOptimum } from '#test/bench/balance/exhaustive.ts';
import { clustered, lattice, quietly } from './lattice.ts';

const evenest = async (problem: ReturnType<typeof lattice>, seed = 1) =>
  (await proposeDivisions(problem, { seed }, quietly))[0]!;

describe('proposed divisions', () => {
  it('hang together, whatever the aim', async () => {
    const problem = lattice(8, 8, 5, clustered(3));
    const proposals = await proposeDivisions(problem, { seed: 7 }, quietly);
    expect(proposals.length).toBeGreaterThan(0);
    for (const { zoneOf, works, score } of proposals) {
      expect(partCounts(balanceGraph(problem), zoneOf)).toEqual([1, 1, 1, 1, 1]);
      expect(score.apart).toBe(0);
      const sum = problem.units.reduce((all, { work }) => all + work, 0);
      expect(works.reduce((all, work) => all + work, 0)).toBe(sum);
    }
    expect(proposals[0]!.score.deviation).toBeLessThan(0.1);
  });

  it('are the same for the same seed', async () => {
    const problem = lattice(6, 6, 4, clustered(5));
    const one = await proposeDivisions(problem, { seed: 3 }, quietly);
    expect(await proposeDivisions(problem, { seed: 3 }, quietly)).toEqual(one);
  });

  it('are no worse than the best there is, on small cases', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = lattice(4, 3, 3, clustered(seed));
      const best = exhaustiveOptimum(problem, aimWeights.even);
      const proposals = await proposeDivisions(problem, { seed }, quietly);
      const costs = proposals.map(({ score }) => costOf(score, aimWeights.even));
      expect(Math.min(...costs)).toBeCloseTo(best.cost, 9);
    }
  });

  //  0 0 0 0 1 1      two zones, of which the left has twice the work: few cells change hands
  it('change little where that is the aim', async () => {
    const problem = lattice(
      6,
      4,
      2,
      () => 1,
      (x) => (x < 4 ? 0 : 1),
    );
    const proposals = await proposeDivisions(problem, { seed: 1 }, quietly);
    for (const { score, works } of proposals) {
      expect(works).toEqual([12, 12]);
      expect(score.changed).toBeCloseTo(4 / 24, 9);
    }
  });

  //  . . . | . . .    a river down the middle, and three units of work on each side: no zone reaches over
  it('respect barriers and locked borders', async () => {
    const plain = lattice(6, 4, 2, (x) => (x < 3 ? 2 : 1));
    const borders = plain.borders.map((border) => ({
      ...border,
      isBarrier: border.a % 6 === 2 && border.b % 6 === 3,
    }));
    const apart = (proposal: { zoneOf: number[] }) =>
      borders.filter(
        ({ isBarrier, a, b }) => isBarrier && proposal.zoneOf[a] === proposal.zoneOf[b],
      );
    const heavy = await proposeDivisions({ ...plain, borders }, { seed: 1 }, quietly);
    const compact = heavy.find(({ aim }) => aim === 'compact') ?? heavy[0]!;
    expect(apart(compact).length).toBeLessThan(4);
    const locked = borders.map((border) => ({ ...border, isLocked: border.isBarrier }));
    const strict = await evenest({ ...plain, borders: locked });
    expect(apart(strict)).toEqual([]);
  });

  //  . . . | . . .    a wall down part of a column or all of it: zones may go round its end, never over it
  it('without bridges, reach over no barrier', async () => {
    const [columns, rows] = [6, 5];
    const random = fc.record({
      seed: fc.integer({ min: 1, max: 1000 }),
      zoneCount: fc.integer({ min: 2, max: 5 }),
      column: fc.integer({ min: 1, max: columns - 2 }),
      from: fc.integer({ min: 0, max: rows - 1 }),
      to: fc.integer({ min: 0, max: rows - 1 }),
      hasZones: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(random, async ({ seed, zoneCount, column, from, to, hasZones }) => {
        const present = (x: number) => Math.floor((x * zoneCount) / columns);
        const plain = lattice(
          columns,
          rows,
          zoneCount,
          clustered(seed),
          hasZones ? present : undefined,
        );
        const isWall = ({ a, b }: { a: number; b: number }) => {
          const y = Math.floor(a / columns);
          return a % columns === column && b === a + 1 && y >= from && y <= to;
        };
        const borders = plain.borders.map((border) => ({ ...border, isBarrier: isWall(border) }));
        const problem = { ...plain, borders, bridgeFree: true };
        const { bridges } = balanceGraph(problem);
        if (from > 0 || to < rows - 1) expect(bridges).toBe(0);
        fc.pre(bridges === 0);
        const proposals = await proposeDivisions(problem, { seed }, quietly);
        for (const { zoneOf, works } of proposals) {
          expect(Math.min(...works)).toBeGreaterThan(0);
          // Every zone is walked through from one of its units, by open borders alone.
          for (let zone = 0; zone < zoneCount; zone++) {
            const members = [...zoneOf.keys()].filter((u) => zoneOf[u] === zone);
            const reached = new Set(members.slice(0, 1));
            for (const u of reached) {
              for (const { a, b, isBarrier } of borders) {
                const other = a === u ? b : b === u ? a : -1;
                if (other !== -1 && !isBarrier && zoneOf[other] === zone) reached.add(other);
              }
            }
            expect(reached.size).toBe(members.length);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  //  . | . . . . .    a strip of little work beyond the wall: too little for one of three zones
  it('cross a barrier where what lies beyond is too little, or more is cut off than there are zones', async () => {
    const plain = lattice(6, 4, 3, (x) => (x === 0 ? 1 : 20));
    const wallsAt = (...columns: number[]) => ({
      ...plain,
      bridgeFree: true,
      borders: plain.borders.map((border) => {
        const isBarrier = columns.includes(border.a % 6) && border.b === border.a + 1;
        return { ...border, isBarrier };
      }),
    });
    expect(balanceGraph(wallsAt(0))).toMatchObject({ bridges: 1, partCount: 1 });
    expect(balanceGraph(wallsAt(2))).toMatchObject({ bridges: 0, partCount: 2 });
    expect(balanceGraph(wallsAt(1, 2, 3, 4))).toMatchObject({ bridges: 2, partCount: 3 });
    for (const problem of [wallsAt(0), wallsAt(2), wallsAt(1, 2, 3, 4)]) {
      expect((await evenest(problem)).score.apart).toBe(0);
    }
  });

  it('leave no zone empty, and link ground that lies apart', async () => {
    const whole = lattice(5, 2, 3, () => 1);
    const borders = whole.borders.filter(({ a, b }) => a % 5 !== 1 || b % 5 !== 2);
    const { works, score } = await evenest({ ...whole, borders });
    expect(Math.min(...works)).toBeGreaterThan(0);
    expect(score.apart).toBe(0);
    await expect(evenest({ ...whole, zoneCount: 11 })).rejects.toThrow('tooFewUnits');
  });

  it('can be stopped in between', async () => {
    const breathe = () => Promise.reject(new Error('stopped'));
    const asked = proposeDivisions(
      lattice(6, 6, 3, () => 1),
      { seed: 1 },
      { ...quietly, breathe },
    );
    await expect(asked).rejects.toThrow('stopped');
  });
});
