import { expect, it } from 'vitest';
import { type IssueQuestion, issuesSoFar } from '#renderer/windows/planner/issues-so-far.ts';
import { latestIssueSteps } from '#shared/analysis/latest-issues.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import { idOf } from '#test/unit/shared/edits/records.ts';

const chunksOf = (count: number) =>
  packIssues(
    Array.from({ length: count }, (_, n) => ({
      kind: 'issue',
      id: idOf(0x300 + n),
      issueClass: 'litter',
      status: 'closed',
      position: [116, 40],
      foundAt: '2026-01-01T08:00:00Z',
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    })),
    () => idOf(0x400),
  );

const question: IssueQuestion = { chunks: chunksOf(3), filter: allIssues, utcOffsetMinutes: 480 };
const { chunks, filter, utcOffsetMinutes } = question;
const found = runSteps(latestIssueSteps(chunks, filter, utcOffsetMinutes, 10));

it('says how many there are before any has been looked at', () => {
  expect(issuesSoFar(question, null)).toEqual({ count: 3, total: 3, rows: [] });
  const filtered = { ...question, filter: { ...filter, from: '2026-01-02' } };
  expect(issuesSoFar(filtered, null)).toEqual({ count: null, total: 3, rows: [] });
});

it('shows what was found for this very question', () => {
  expect(issuesSoFar(question, { question, found })).toBe(found);
  expect(found).toMatchObject({ count: 3, total: 3 });
});

it('shows nothing of what was found with another filter, or when other issues were there', () => {
  const answer = { question, found };
  const filtered = { ...question, filter: { ...filter, classes: ['litter'] } };
  expect(issuesSoFar(filtered, answer)).toEqual({ count: null, total: 3, rows: [] });
  const undone = { ...question, chunks: chunksOf(2) };
  expect(issuesSoFar(undone, answer)).toEqual({ count: 2, total: 2, rows: [] });
});
