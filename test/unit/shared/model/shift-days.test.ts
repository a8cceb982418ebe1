import { describe, expect, it } from 'vitest';
import { packIssues, unpackIssue } from '#shared/model/issue-chunk.ts';
import { parseRecord } from '#shared/model/record.ts';
import { daysSinceNewestIssue, shiftDays } from '#shared/model/shift-days.ts';

const id = '00000000-0000-4000-8000-000000000001';
const [chunk] = packIssues(
  [
    {
      kind: 'issue',
      id,
      issueClass: 'litter',
      status: 'closed',
      position: [116, 39],
      foundAt: '2026-11-20T10:00:00.000Z',
      dueAt: null,
      closedAt: '2026-11-20T11:00:00.000Z',
      text: '',
      lostPoints: 0,
    },
  ],
  () => id,
);
if (!chunk) throw new Error('one issue makes one chunk');

describe('shiftDays', () => {
  it('moves issues, and leaves what has no time without one', () => {
    const moved = shiftDays(chunk, 3);
    expect(moved.kind === 'issueChunk' && unpackIssue(moved, 0)).toMatchObject({
      foundAt: '2026-11-23T10:00:00.000Z',
      dueAt: null,
      closedAt: '2026-11-23T11:00:00.000Z',
    });
  });

  it('moves terms of office over months and years, keeping open ends open', () => {
    const post = parseRecord({
      kind: 'post',
      id,
      role: 'x',
      personId: null,
      level: 'zone',
      targetId: id,
      from: '2026-12-30',
      to: null,
    });
    expect(shiftDays(post, 3)).toMatchObject({ from: '2027-01-02', to: null });
    expect(shiftDays(shiftDays(post, 40), -40)).toEqual(post);
  });

  it('leaves records without dates as they are', () => {
    const person = parseRecord({ kind: 'organisation', id, name: '街道办' });
    expect(shiftDays(person, 5)).toBe(person);
  });
});

describe('daysSinceNewestIssue', () => {
  it('counts whole days, so that no issue lies in the future', () => {
    const found = Date.parse('2026-11-20T10:00:00Z');
    expect(daysSinceNewestIssue([chunk], found + 2.9 * 86_400_000)).toBe(2);
    expect(daysSinceNewestIssue([chunk], found - 1)).toBe(-1);
    expect(daysSinceNewestIssue([], found)).toBe(0);
  });
});
