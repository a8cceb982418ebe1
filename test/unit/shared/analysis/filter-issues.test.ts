import { describe, expect, it } from 'vitest';
import { countIssues, filterPeriod, issueMatcher } from '#shared/analysis/filter-issues.ts';
import { issueStatuses } from '#shared/model/issue.ts';
import { allIssues } from '#shared/model/issue-filter.ts';

const moments = [
  '2025-03-01T15:59:59.999Z', // 23:59 on 1 March in Beijing
  '2025-03-01T16:00:00.000Z', // 00:00 on 2 March
  '2025-03-02T15:59:59.999Z',
  '2025-03-02T16:00:00.000Z', // 00:00 on 3 March
];
const chunk = {
  count: 4,
  classes: ['market', 'traffic'],
  issueClass: Uint16Array.of(0, 1, 0, 1),
  status: Uint8Array.of(
    issueStatuses.indexOf('reported'),
    issueStatuses.indexOf('closed'),
    issueStatuses.indexOf('closed'),
    issueStatuses.indexOf('handling'),
  ),
  foundAt: Float64Array.from(moments, (moment) => Date.parse(moment)),
};

const chosen = (filter: Partial<typeof allIssues>, offset = 480) => {
  const matches = issueMatcher({ ...allIssues, ...filter }, offset)(chunk);
  return [0, 1, 2, 3].filter(matches);
};

describe('issueMatcher', () => {
  it('lets everything through without limits', () => {
    expect(chosen({})).toEqual([0, 1, 2, 3]);
  });

  it('takes days on the clock of the district, both included', () => {
    expect(chosen({ from: '2025-03-02', to: '2025-03-02' })).toEqual([1, 2]);
    expect(chosen({ from: '2025-03-02' })).toEqual([1, 2, 3]);
    expect(chosen({ to: '2025-03-01' })).toEqual([0]);
    expect(chosen({ from: '2025-03-02', to: '2025-03-02' }, 0)).toEqual([2, 3]);
  });

  it('joins class, status and time', () => {
    expect(chosen({ classes: ['market'], statuses: ['closed'] })).toEqual([2]);
    expect(chosen({ classes: [] })).toEqual([]);
    expect(chosen({ classes: ['unknown'] })).toEqual([]);
  });

  it('counts over chunks', () => {
    expect(countIssues([chunk, chunk], { ...allIssues, statuses: ['closed'] }, 480)).toBe(4);
  });
});

describe('filterPeriod', () => {
  it('is a whole day long for one day', () => {
    const [from, to] = filterPeriod({ from: '2025-03-02', to: '2025-03-02' }, 480);
    expect(to - from).toBe(86_400_000 - 1);
  });
});
