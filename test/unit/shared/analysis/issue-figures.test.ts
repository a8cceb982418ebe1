import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignFigures } from '#shared/analysis/campaign-figures.ts';
import { summariseIssues } from '#shared/analysis/issue-summary.ts';
import { areaGround } from '#shared/chain/ground.ts';
import { issuesWithin } from '#shared/analysis/issues-within.ts';
import { latestIssueSteps } from '#shared/analysis/latest-issues.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import { onTimeRate } from '#shared/analysis/on-time-rate.ts';
import { openByStreet } from '#shared/analysis/open-by-street.ts';
import type { Issue } from '#shared/model/issue.ts';
import { packIssues, unpackIssue } from '#shared/model/issue-chunk.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import { parseRecord, type RecordOf } from '#shared/model/record.ts';

let serial = 0;
const uuid = () => `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`;

function issue(changed: Partial<Issue> = {}): Issue {
  return {
    kind: 'issue',
    id: uuid(),
    issueClass: 'litter',
    status: 'reported',
    position: [116.3, 39.9],
    foundAt: '2026-03-01T01:00:00.000Z',
    dueAt: null,
    closedAt: null,
    text: '',
    lostPoints: 0,
    ...changed,
  };
}

const now = Date.parse('2026-03-04T06:00:00Z');
const beijing = 480;

const square = (west: number, east: number) =>
  parseRecord({
    kind: 'street',
    id: uuid(),
    districtId: uuid(),
    name: `street ${west}`,
    code: '',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 39],
          [east, 39],
          [east, 40],
          [west, 40],
          [west, 39],
        ],
      ],
    },
  }) as RecordOf<'street'>;

describe('figures over issues', () => {
  it('counts open, overdue and closed, and the issues of the newest day', () => {
    const chunks = packIssues(
      [
        issue({ status: 'closed', closedAt: '2026-03-02T00:00:00.000Z' }),
        issue({ dueAt: '2026-03-04T05:59:00.000Z' }),
        issue({ dueAt: '2026-03-04T06:01:00.000Z', foundAt: '2026-03-03T17:00:00.000Z' }),
        issue({ foundAt: '2026-03-03T15:59:00.000Z' }),
      ],
      uuid,
    );
    const figures = campaignFigures(chunks, now, beijing, 5);
    expect(figures).toMatchObject({ open: 3, overdue: 1, closed: 1, day: '2026-03-04', found: 1 });
    expect(figures.latest.map(({ foundAt }) => foundAt)).toEqual(['2026-03-03T17:00:00.000Z']);
  });

  it('says nothing is there when nothing is there', () => {
    expect(campaignFigures([], now, beijing, 5)).toMatchObject({
      open: 0,
      found: 0,
      newest: Number.NaN,
    });
    expect(onTimeRate([], now, beijing, 12)).toEqual([]);
  });

  it('gives each month the share of its deadlines that were kept', () => {
    const chunks = packIssues(
      [
        issue({ dueAt: '2026-01-31T15:59:00.000Z', closedAt: '2026-01-31T15:59:00.000Z' }),
        issue({ dueAt: '2026-01-31T16:00:00.000Z', closedAt: '2026-02-02T00:00:00.000Z' }),
        issue({ dueAt: '2026-02-10T00:00:00.000Z', closedAt: '2026-02-01T00:00:00.000Z' }),
        issue({ dueAt: '2027-01-01T00:00:00.000Z' }),
      ],
      uuid,
    );
    expect(onTimeRate(chunks, now, beijing, 12)).toEqual([
      { month: '2026-01', due: 1, rate: 1 },
      { month: '2026-02', due: 2, rate: 0.5 },
    ]);
    expect(onTimeRate(chunks, now, beijing, 1)).toHaveLength(1);
  });

  it('ranks streets by overdue, then open issues, and leaves out what lies in none', () => {
    const streets = [square(116, 117), square(118, 119)];
    const chunks = packIssues(
      [
        issue(),
        issue(),
        issue({ position: [118.5, 39.5], dueAt: '2026-03-01T00:00:00.000Z' }),
        issue({ position: [120, 39.5] }),
        issue({ status: 'closed' }),
      ],
      uuid,
    );
    expect(
      openByStreet(streets, chunks, now).map(({ street, open, overdue }) => [
        street.name,
        open,
        overdue,
      ]),
    ).toEqual([
      ['street 118', 1, 1],
      ['street 116', 2, 0],
    ]);
  });

  it('counts the issues inside an area', () => {
    const chunks = packIssues([issue(), issue({ position: [117.5, 39.5] })], uuid);
    const inside = issuesWithin(chunks, areaGround(square(116, 117).geometry));
    expect(summariseIssues(inside, now)).toEqual({ total: 1, open: 1, overdue: 0, lastMonth: 1 });
  });

  it('lists the same latest issues as sorting all of them would', () => {
    const moments = fc.date({
      min: new Date('2025-01-01'),
      max: new Date('2026-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(moments, fc.constantFrom('litter', 'noise')), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (entries, limit) => {
          const issues = entries.map(([found, issueClass]) =>
            issue({ foundAt: found.toISOString(), issueClass }),
          );
          const chunks = packIssues(issues, uuid);
          const filter = { ...allIssues, classes: ['noise'] };
          const result = runSteps(latestIssueSteps(chunks, filter, beijing, limit));
          const wanted = issues.filter(({ issueClass }) => issueClass === 'noise');
          expect(result.count).toBe(wanted.length);
          expect(result.total).toBe(issues.length);
          expect(result.rows.map(({ chunk, index }) => unpackIssue(chunk, index).foundAt)).toEqual(
            wanted
              .map(({ foundAt }) => foundAt)
              .sort()
              .reverse()
              .slice(0, limit),
          );
        },
      ),
    );
  });
});
