import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { splitByWork } from '#shared/jobs/split-by-work.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { workloadWeights } from '#shared/model/workload.ts';
import { idOf, project, record } from '#test/unit/shared/edits/records.ts';
import { at } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { after, box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

type Spot = [x: number, y: number];

const spot: fc.Arbitrary<Spot> = fc.tuple(
  fc.integer({ min: 1, max: 39 }),
  fc.integer({ min: 1, max: 19 }),
);
const weight = fc.constantFrom(0, 1, 4);
const formula = fc.record({
  squareKm: fc.constantFrom(0, 500),
  roadKm: weight,
  issueAMonth: weight,
});

//  +-----------+
//  | A · ·     |   points and issues anywhere, and a road along the south
//  |===========|
//  +-----------+
const plan = (points: readonly Spot[], issues: readonly Spot[], workload: object) => {
  const chunks = packIssues(
    issues.map((where, n) => ({
      kind: 'issue',
      id: idOf(0x300 + n),
      issueClass: `c${n % 2}`,
      status: 'closed',
      position: at(...where),
      foundAt: '2026-01-01T08:00:00Z',
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    })),
    () => idOf(0x400),
  );
  return district(
    [box(0, 0, 40, 20)],
    {
      A: [box(0, 0, 40, 20)],
      R: {
        shape: 'strip',
        widthM: 4,
        geometry: { type: 'LineString', coordinates: [at(0, 2), at(40, 2)] },
      },
    },
    [
      ...points.map((where, n) =>
        record('point', 0x200 + n, { name: '点', pointKind: 'k', position: at(...where) }),
      ),
      ...chunks,
      { ...project, workload: workloadWeights.parse(workload) },
    ],
  );
};

describe('splitting by work', () => {
  it('gives both parts the same work as the numbers count it', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 1, maxLength: 20 }),
        fc.array(spot, { maxLength: 20 }),
        formula,
        (points, issues, workload) => {
          const document = plan(points, issues, workload);
          const args = { zoneId: zoneNamed(document, 'A').id, parts: 2, newId: idOf(0x70) };
          const result = splitByWork(document, args);
          if ('refused' in result) throw new Error(result.refused);
          const next = after(document, result.patch);
          const weights = workloadWeights.parse(workload);
          const input = {
            zones: next.all('zone'),
            points: next.all('point'),
            issues: next.all('issueChunk'),
            weights,
          };
          const rows = zoneNumbers(input, 0);
          const [first, second] = [args.zoneId, args.newId].map(
            (id) => rows.find(({ zoneId }) => zoneId === id)!.workload,
          );
          // What cannot be parted: all that stands at one spot, and a piece of road.
          const at = new Map<string, number>();
          for (const [x, y] of points) at.set(`${x},${y}`, (at.get(`${x},${y}`) ?? 0) + 1);
          for (const [x, y] of issues) {
            at.set(`${x},${y}`, (at.get(`${x},${y}`) ?? 0) + weights.issueAMonth);
          }
          const indivisible = Math.max(...at.values()) + 0.02 * weights.roadKm;
          // One side may have 2 % of all more than the best cut gives it, for a shorter border.
          const slack = 0.04 * (first! + second!);
          expect(Math.abs(first! - second!)).toBeLessThanOrEqual(indivisible + slack + 0.01);
        },
      ),
      { numRuns: 60 },
    );
  });
});
