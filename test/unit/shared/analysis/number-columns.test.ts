import { describe, expect, it } from 'vitest';
import { numberColumns } from '#shared/analysis/number-columns.ts';
import { workParts } from '#shared/analysis/work-parts.ts';
import type { ZoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { workloadOf } from '#shared/analysis/workload.ts';
import { workloadWeights } from '#shared/model/workload.ts';

const row = (zoneId: string | null, workload: number): ZoneNumbers => ({
  zoneId,
  areaM2: 2_000_000,
  roadM: 500,
  points: 3,
  pointsByKind: new Map([
    ['market', 2],
    ['station', 1],
  ]),
  issuesAMonth: 4,
  issuesAMonthByClass: new Map([['waste', 4]]),
  workload,
  compactness: null,
  parts: 1,
  largestPart: 1,
});

describe('numbers in columns', () => {
  it('begin with what belongs to nobody, then what stands farthest from the others', () => {
    const rows = [row('a', 10), row('b', 11), row(null, 500), row('c', 9), row('d', 60)];
    const columns = numberColumns(rows, (id) => (id === 'd' ? 2 : 0));
    expect(columns.ids.slice(0, 2)).toEqual([null, 'd']);
    expect([...columns.isOutlier]).toEqual([0, 1, 0, 0, 0]);
    expect(columns.outliers).toBe(1);
    expect(columns.spread).toMatchObject({ count: 4, least: 9, most: 60 });
    expect(columns.bins.reduce((sum, bin) => sum + bin, 0)).toBe(4);
    expect(columns.figures.people[1]).toBe(2);
    expect(columns.off[0]).toBeNaN();
    expect(columns.off[1]).toBeCloseTo(60 / 22.5 - 1);
  });

  it('of no zones have no spread', () => {
    expect(numberColumns([row(null, 0)], () => 0)).toMatchObject({ spread: null, outliers: 0 });
  });

  it('are made of parts that add up to the workload', () => {
    const weights = workloadWeights.parse({ zone: 5, roadKm: 2, pointKinds: { market: 7 } });
    const parts = workParts(row('a', 0), weights);
    const sum = parts.reduce((all, { amount, weight }) => all + amount * weight, 0);
    expect(sum).toBeCloseTo(workloadOf({ ...row('a', 0), zones: 1 }, weights), 9);
    expect(parts[0]).toMatchObject({ key: 'point', kind: 'market', amount: 2, weight: 7 });
  });
});
