import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import { issueMatcher } from './filter-issues.ts';
import type { IssuePlace } from './issues-within.ts';

export interface LatestIssues {
  /** Issues that pass the filter, and all there are. */
  count: number;
  total: number;
  /** The latest that pass, newest first. */
  rows: IssuePlace[];
}

/** The newest `limit` issues that pass a filter, found without sorting all of them. */
export function latestIssues(
  chunks: readonly IssueChunk[],
  filter: IssueFilter,
  utcOffsetMinutes: number,
  limit: number,
): LatestIssues {
  const matcher = issueMatcher(filter, utcOffsetMinutes);
  const passing: IssuePlace[] = [];
  let total = 0;
  for (const chunk of chunks) {
    total += chunk.count;
    const matches = matcher(chunk);
    for (let index = 0; index < chunk.count; index += 1) {
      if (matches(index)) passing.push({ chunk, index });
    }
  }
  const times = Float64Array.from(passing, foundAt).sort();
  const oldest = times[Math.max(0, times.length - limit)] ?? 0;
  const rows = passing
    .filter((place) => foundAt(place) >= oldest)
    .sort((a, b) => foundAt(b) - foundAt(a))
    .slice(0, limit);
  return { count: passing.length, total, rows };
}

const foundAt = ({ chunk, index }: IssuePlace) => chunk.foundAt[index] as number;
