import { expect, it } from 'vitest';
import { numberColumns } from '#shared/analysis/number-columns.ts';
import { trialFigures, withTrial } from '#shared/analysis/trial-figures.ts';
import type { ZoneNumbers } from '#shared/analysis/zone-numbers.ts';

const row = (zoneId: string | null, workload: number): ZoneNumbers => ({
  zoneId,
  areaM2: 100 * workload,
  roadM: 0,
  points: 1,
  pointsByKind: new Map(),
  issuesAMonth: 0,
  issuesAMonthByClass: new Map(),
  workload,
  compactness: { polsbyPopper: 0.5, reock: 0.4 },
  parts: 1,
  largestPart: 1,
});
const columns = numberColumns([row(null, 3), row('a', 10), row('b', 20), row('c', 30)], () => 2);
const tryRows = (rows: ZoneNumbers[]) =>
  withTrial(
    columns,
    trialFigures(rows, (id) => `片${id}`),
  );
const at = (tried: ReturnType<typeof tryRows>, id: string | null) => tried.ids.indexOf(id);

it('figures of a trial stand where those of the zones stood', () => {
  const tried = tryRows([row(null, 5), row('a', 14), row('b', 16)]);
  expect(tried.ids).toEqual(columns.ids);
  const works = tried.ids.map((_, i) => tried.figures.workload[i]);
  expect(works[0]).toBe(5);
  expect(works[at(tried, 'a')]).toBe(14);
  expect(works[at(tried, 'c')]).toBe(30);
  // The mean is still 20: work went from one zone to the other.
  expect(tried.off[at(tried, 'a')]).toBeCloseTo(-0.3, 9);
  expect(tried.figures.people[at(tried, 'b')]).toBe(2);
  expect([...tried.tried]).toEqual([
    ['a', '片a'],
    ['b', '片b'],
  ]);
});

it('a zone that is not there yet follows what belongs to nobody', () => {
  const tried = tryRows([row(null, 3), row('c', 18), row('new', 12)]);
  expect(tried.ids.slice(0, 2)).toEqual([null, 'new']);
  expect(tried.ids.slice(2)).toEqual(columns.ids.slice(1));
  expect(tried.figures.workload[1]).toBe(12);
  expect(tried.off[1]).toBeCloseTo(12 / 15 - 1, 9);
  expect(tried.figures.workload[at(tried, 'c')]).toBe(18);
  expect(tried.figures.workload[at(tried, 'a')]).toBe(10);
  expect(tried.isOutlier).toHaveLength(5);
  // The columns as counted stay as they are.
  expect(columns.ids).not.toContain('new');
  expect(columns.figures.workload[columns.ids.indexOf('c')]).toBe(30);
});
