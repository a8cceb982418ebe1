import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumbersBook } from '#shared/analysis/numbers-book.ts';
import { type NumbersInput, type ZoneNumbers, zoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { Zone } from '#shared/model/zone.ts';
import { workloadWeights } from '#shared/model/workload.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { at } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { box, district } from '#test/unit/shared/edits/repair/district.ts';

//  +-----+-----+
//  |  A  |==B==|   a border that moves, a road that runs through both, a site that comes and goes
//  +-----+-----+
const zonesWith = (middle: number, hasSite: boolean): Zone[] => [
  ...district([box(0, 0, 30, 10)], {
    A: [box(0, 0, middle, 10)],
    B: [box(middle, 0, 20, 10)],
    R: {
      shape: 'strip',
      widthM: 4,
      geometry: { type: 'LineString', coordinates: [at(2, 5), at(18, 5)] },
    },
    ...(hasSite && {
      S: { shape: 'site', radiusM: 15, geometry: { type: 'Point', coordinates: at(5, 5) } },
    }),
  }).all('zone'),
];

const spot = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 }));
const states = fc.array(fc.tuple(fc.integer({ min: 4, max: 16 }), fc.boolean()), {
  minLength: 1,
  maxLength: 5,
});

/** Points and issues at some spots, and what they weigh. */
function thingsAt(spots: readonly [number, number][]) {
  const points = spots.map(([x, y], n) =>
    record('point', 0x200 + n, { name: '点', pointKind: `k${n % 3}`, position: at(x, y) }),
  );
  const issue = ([x, y]: [number, number], n: number) => ({
    kind: 'issue' as const,
    id: idOf(0x300 + n),
    issueClass: `c${n % 2}`,
    status: 'closed' as const,
    position: at(x, y),
    foundAt: `2026-0${1 + (n % 6)}-01T08:00:00Z`,
    dueAt: null,
    closedAt: null,
    text: '',
    lostPoints: 0,
  });
  const issues = packIssues(spots.map(issue), () => idOf(0x400));
  const weights = workloadWeights.parse({ roadKm: 2, pointKinds: { k1: 3 } });
  return { points, issues, weights };
}

/** Zones that are as before are the same objects, as in a document. */
const keptFrom = (before: readonly Zone[], zones: readonly Zone[]): Zone[] =>
  zones.map((zone) => before.find((old) => JSON.stringify(old) === JSON.stringify(zone)) ?? zone);

/** Holds the rows of a count against those of counting anew. */
function expectAnew(rows: readonly ZoneNumbers[], input: NumbersInput, freeM2: number): void {
  const anew = zoneNumbers(input, freeM2);
  expect(rows.map((row) => row.zoneId)).toEqual(anew.map((row) => row.zoneId));
  for (const [i, row] of rows.entries()) {
    expect(row.pointsByKind).toEqual(anew[i]!.pointsByKind);
    expect(row.issuesAMonth).toBeCloseTo(anew[i]!.issuesAMonth, 9);
    expect(row.workload).toBeCloseTo(anew[i]!.workload, 9);
  }
}

it('a book of numbers kept from edit to edit says what counting anew says', () => {
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 30 }), states, (spots, plans) => {
      const things = thingsAt(spots);
      const book = new NumbersBook();
      let before: Zone[] = [];
      for (const [middle, hasSite] of plans) {
        const zones = keptFrom(before, zonesWith(middle, hasSite));
        before = zones;
        const input = { zones, ...things };
        const { rows, zoneOfPoint } = runSteps(book.count(input, 7));
        expectAnew(rows, input, 7);
        expect([...zoneOfPoint.keys()]).toEqual(things.points.map(({ id }) => id));
        // The road is one zone; what runs through A and B is its whole length again.
        const metres = (name: string) =>
          rows[1 + zones.findIndex((zone) => zone.name === name)]!.roadM;
        const through = ['A', 'B', 'S'].flatMap((name) =>
          zones.some((zone) => zone.name === name) ? metres(name) : 0,
        );
        expect(through.reduce((sum, m) => sum + m, 0)).toBeCloseTo(metres('R'), 6);
      }
    }),
    { numRuns: 60 },
  );
});

it('counts that go on at a time say what each would say by itself, and so does the next', () => {
  const plan = fc.tuple(fc.integer({ min: 4, max: 16 }), fc.boolean());
  const turns = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(spot, { maxLength: 30 }),
      fc.tuple(plan, plan, plan, plan),
      turns,
      (spots, plans, lengths) => {
        const things = thingsAt(spots);
        let before: Zone[] = [];
        const [first, one, other, last] = plans.map(([middle, hasSite]): NumbersInput => {
          before = keptFrom(before, zonesWith(middle, hasSite));
          return { zones: before, ...things };
        });
        const book = new NumbersBook();
        runSteps(book.count(first!, 7));
        const running = [one!, other!].map((input) => ({ input, steps: book.count(input, 7) }));
        for (let turn = 0; running.length > 0; turn++) {
          const at = turn % running.length;
          const { input, steps } = running[at]!;
          for (let n = lengths[turn % lengths.length]!; n > 0; n--) {
            const step = steps.next();
            if (!step.done) continue;
            expectAnew(step.value.rows, input, 7);
            running.splice(at, 1);
            break;
          }
        }
        expectAnew(runSteps(book.count(last!, 7)).rows, last!, 7);
      },
    ),
    { numRuns: 60 },
  );
});

it('other weights and other free ground are told from what was counted', () => {
  const things = thingsAt([
    [2, 2],
    [14, 7],
    [25, 5],
  ]);
  const input = { zones: zonesWith(10, true), ...things };
  const book = new NumbersBook();
  const stepsOf = (asked: NumbersInput, freeM2: number): number => {
    const steps = book.count(asked, freeM2);
    let count = 0;
    let step = steps.next();
    for (; !step.done; count++) step = steps.next();
    expectAnew(step.value.rows, asked, freeM2);
    return count;
  };
  const all = stepsOf(input, 7);
  const heavier = { ...input, weights: workloadWeights.parse({ squareKm: 500, point: 4 }) };
  // A step for each zone, and none for points, issues and roads.
  expect(stepsOf(heavier, 2e6)).toBe(input.zones.length);
  expect(all).toBeGreaterThan(2 * input.zones.length);
});

it('a trial says what counting anew would say, of what it names, and nothing else would change', () => {
  const plan = fc.tuple(fc.integer({ min: 4, max: 16 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 30 }), plan, plan, (spots, from, to) => {
      const things = thingsAt(spots);
      const zones = zonesWith(...from);
      const then = keptFrom(zones, zonesWith(...to));
      const book = new NumbersBook();
      const trial = {
        put: then.filter((zone) => !zones.includes(zone)),
        removed: zones.filter(({ id }) => !then.some((one) => one.id === id)).map(({ id }) => id),
      };
      expect(book.trial(trial, things.weights, 3)).toBeNull();
      const { rows } = runSteps(book.count({ zones, ...things }, 7));
      const tried = book.trial(trial, things.weights, 3)!;
      const anew = new Map(zoneNumbers({ zones: then, ...things }, 3).map((r) => [r.zoneId, r]));
      for (const row of tried) {
        const other = anew.get(row.zoneId)!;
        expect(row.pointsByKind).toEqual(other.pointsByKind);
        expect(row.issuesAMonth).toBeCloseTo(other.issuesAMonth, 9);
        expect(row.areaM2).toBe(other.areaM2);
        expect(row.workload).toBeCloseTo(other.workload, 9);
      }
      const named = new Set(tried.map(({ zoneId }) => zoneId));
      expect(named.has(null)).toBe(true);
      for (const row of rows) {
        const other = anew.get(row.zoneId);
        if (named.has(row.zoneId) || !other) continue;
        expect(row.pointsByKind).toEqual(other.pointsByKind);
        expect(row.workload).toBeCloseTo(other.workload, 9);
      }
      // What was tried leaves no trace.
      expectAnew(runSteps(book.count({ zones, ...things }, 7)).rows, { zones, ...things }, 7);
    }),
    { numRuns: 80 },
  );
});
