import { describe, expect, it } from 'vitest';
import { robustScores, spreadOf } from '#shared/analysis/spread.ts';
import { zoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { defaultWorkloadWeights, workloadWeights } from '#shared/model/workload.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { at } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

//  +-----+-----+
//  |  A  |  B  |  +   S: a site on A, with a point of its own; one point and one issue in no zone
//  |  S  |     |
//  +-----+-----+
const document = district([box(0, 0, 30, 10)], {
  A: [box(0, 0, 10, 10)],
  B: [box(10, 0, 20, 10)],
  S: { shape: 'site', radiusM: 15, geometry: { type: 'Point', coordinates: at(5, 5) } },
});
const pointAt = (n: number, x: number, y: number, pointKind: string) =>
  record('point', 0x200 + n, { name: `点${n}`, pointKind, position: at(x, y) });
const issueAt = (n: number, x: number, y: number, issueClass: string, day: string) => ({
  kind: 'issue' as const,
  id: idOf(0x300 + n),
  issueClass,
  status: 'closed' as const,
  position: at(x, y),
  foundAt: `${day}T08:00:00Z`,
  dueAt: null,
  closedAt: null,
  text: '',
  lostPoints: 0,
});
const input = {
  zones: document.all('zone'),
  points: [
    pointAt(1, 1, 1, 'market'),
    pointAt(2, 5, 5, 'market'),
    pointAt(3, 15, 5, 'station'),
    pointAt(4, 10, 3, 'market'),
    pointAt(5, 25, 5, 'market'),
  ],
  issues: packIssues(
    [
      issueAt(1, 2, 8, 'waste', '2026-01-01'),
      issueAt(2, 15, 8, 'waste', '2026-02-01'),
      issueAt(3, 16, 8, 'parking', '2026-03-02'),
      issueAt(4, 29, 8, 'parking', '2026-03-02'),
    ],
    () => idOf(0x400),
  ),
  weights: defaultWorkloadWeights(),
};
const name = (id: string | null) => (id === null ? null : document.find('zone', id)?.name);

describe('the numbers of zones', () => {
  it('count everything once, and what belongs to nobody first', () => {
    const rows = zoneNumbers(input, 9470);
    expect(
      rows.map((row) => [name(row.zoneId), row.points, row.pointsByKind.get('market')]),
    ).toEqual([
      [null, 1, 1],
      ['A', 2, 2],
      ['B', 1, undefined],
      ['S', 1, 1],
    ]);
    expect(rows.reduce((sum, row) => sum + row.points, 0)).toBe(input.points.length);
    const months = 4 / rows.reduce((sum, row) => sum + row.issuesAMonth, 0);
    expect(months).toBeGreaterThan(1.9);
    expect(months).toBeLessThan(2.1);
    expect(rows[0]).toMatchObject({ areaM2: 9470, compactness: null, parts: 0 });
    expect(rows[1]).toMatchObject({ parts: 1, largestPart: 1 });
  });

  it('weigh as the office says', () => {
    const weights = workloadWeights.parse({
      zone: 10,
      squareKm: 0,
      point: 0,
      issueAMonth: 0,
      pointKinds: { station: 7 },
      issueClasses: { parking: 4 },
    });
    const work = new Map(
      zoneNumbers({ ...input, weights }, 0).map((row) => [name(row.zoneId), row]),
    );
    expect(work.get('A')?.workload).toBe(10);
    expect(work.get('B')?.workload).toBeCloseTo(10 + 7 + 4 / 2, 0);
    expect(work.get(null)?.workload).toBeCloseTo(4 / 2, 0);
    expect(workloadWeights.safeParse({ point: -1 }).success).toBe(false);
    expect(workloadWeights.safeParse({ pointKinds: { a: Infinity } }).success).toBe(false);
  });

  it('are the same for some zones as among all', () => {
    const all = zoneNumbers(input, 0);
    const ids = new Set([zoneNamed(document, 'A').id, zoneNamed(document, 'S').id]);
    const some = zoneNumbers(input, 0, ids);
    expect(some).toEqual(all.filter(({ zoneId }) => zoneId !== null && ids.has(zoneId)));
  });
});

describe('the spread of numbers', () => {
  it('says how far they are apart', () => {
    expect(spreadOf([])).toBeNull();
    expect(spreadOf([4, 2, 6])).toEqual({
      count: 3,
      mean: 4,
      median: 4,
      least: 2,
      most: 6,
      variation: Math.sqrt(8 / 3) / 4,
      deviation: 0.5,
    });
    expect(spreadOf([0, 0])).toMatchObject({ variation: 0, deviation: 0 });
  });

  it('finds outliers that do not hide each other', () => {
    const scores = robustScores([10, 11, 9, 10, 12, 60, 70]);
    expect(scores.map((score) => Math.abs(score ?? Infinity) > 3.5)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(robustScores([5, 5, 5, 6])).toEqual([0, 0, 0, null]);
  });
});
