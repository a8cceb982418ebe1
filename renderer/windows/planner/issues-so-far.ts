import type { LatestIssues } from '#shared/analysis/latest-issues.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import { issueTotal } from '#shared/model/issue-total.ts';

/** What issues are looked through for. */
export interface IssueQuestion {
  chunks: readonly IssueChunk[];
  filter: IssueFilter;
  utcOffsetMinutes: number;
}

/** What was found for a question. */
export interface IssueAnswer {
  question: IssueQuestion;
  found: LatestIssues;
}

/**
 * What can be shown of a question that takes a while: its answer once that is there, till then how many issues
 * there are and no row, for those of an earlier question may be gone. Without a filter all of them pass.
 */
export function issuesSoFar(question: IssueQuestion, last: IssueAnswer | null): LatestIssues {
  if (last?.question === question) return last.found;
  const total = issueTotal(question.chunks);
  const isUnfiltered = Object.values(question.filter).every((limit) => limit === null);
  return { count: isUnfiltered ? total : null, total, rows: [] };
}
