import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '#shared/model/issue.ts';
import { unpackIssue } from '#shared/model/issue-chunk.ts';
import { openSample } from './open-sample.ts';

const now = Date.parse('2026-11-20T18:00:00+08:00');
let issues: Issue[];
let classes: string[];
beforeAll(async () => {
  const sample = await openSample();
  issues = sample
    .all('issueChunk')
    .flatMap((chunk) =>
      Array.from({ length: chunk.count }, (_, index) => unpackIssue(chunk, index)),
    );
  classes = sample.all('project')[0]?.schemes.issueClasses.map((entry) => entry.key) ?? [];
}, 60_000);

const monthOf = (issue: Issue) =>
  new Date(Date.parse(issue.foundAt) + 8 * 3_600_000).getUTCMonth() + 1;
const countIn = (key: string, months: number[]) =>
  issues.filter((issue) => issue.issueClass === key && months.includes(monthOf(issue))).length;

describe('the issues of the sample', () => {
  it('are two years of tens of thousands, none after the last day', () => {
    expect(issues.length).toBeGreaterThan(40_000);
    expect(issues.length).toBeLessThan(60_000);
    const times = issues.map((issue) => Date.parse(issue.foundAt));
    expect(Math.max(...times.slice(-1000))).toBeLessThanOrEqual(now);
    expect(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0))).toBe(true);
    expect((now - (times[0] ?? 0)) / 86_400_000).toBeGreaterThan(725);
  });

  it('are of known classes, all in use, one far ahead of the others', () => {
    const counts = new Map<string, number>();
    for (const { issueClass } of issues) counts.set(issueClass, (counts.get(issueClass) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([...classes].sort());
    const [most = 0, second = 0] = [...counts.values()].sort((a, b) => b - a);
    expect(most / issues.length).toBeGreaterThan(0.25);
    expect(most).toBeGreaterThan(1.5 * second);
  });

  it('follow the seasons', () => {
    expect(countIn('fallen-leaves', [10, 11, 12])).toBeGreaterThan(
      9 * countIn('fallen-leaves', [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    );
    expect(countIn('street-vending', [6, 7, 8])).toBeGreaterThan(
      6 * countIn('street-vending', [12, 1, 2]),
    );
    expect(countIn('snow-ice', [4, 5, 6, 7, 8, 9, 10, 11])).toBe(0);
    expect(countIn('snow-ice', [12, 1, 2])).toBeGreaterThan(50);
  });

  it('are fewer at weekends', () => {
    const days = [0, 0, 0, 0, 0, 0, 0];
    for (const { foundAt } of issues) {
      const day = new Date(Date.parse(foundAt) + 8 * 3_600_000).getUTCDay();
      days[day] = (days[day] ?? 0) + 1;
    }
    const [sunday = 0, ...rest] = days;
    const saturday = rest.pop() ?? 0;
    for (const weekday of rest) expect(weekday).toBeGreaterThan(Math.max(saturday, sunday));
  });

  it('are nearly all closed; a few hundred are open and some of them overdue', () => {
    const open = issues.filter((issue) => issue.status !== 'closed');
    expect(open.length).toBeGreaterThan(200);
    expect(open.length).toBeLessThan(400);
    const overdue = open.filter((issue) => issue.dueAt && Date.parse(issue.dueAt) < now);
    expect(overdue.length).toBeGreaterThan(20);
    expect(overdue.length).toBeLessThan(open.length / 2);
    for (const { status, foundAt, closedAt } of issues) {
      expect(closedAt === null).toBe(status !== 'closed');
      if (closedAt) expect(closedAt > foundAt && Date.parse(closedAt) <= now).toBe(true);
    }
  });

  it('come back to the same places', () => {
    const cells = new Map<string, number>();
    for (const { position } of issues) {
      const key = position.map((degrees) => Math.round(degrees * 500)).join();
      cells.set(key, (cells.get(key) ?? 0) + 1);
    }
    const counts = [...cells.values()].sort((a, b) => b - a);
    const top = counts
      .slice(0, Math.ceil(counts.length / 10))
      .reduce((sum, count) => sum + count, 0);
    expect(top / issues.length).toBeGreaterThan(0.4);
  });
});
