import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import { issueMatcher } from './filter-issues.ts';
import type { IssueRef } from '#shared/chain/open-issues.ts';

export interface LatestIssues {
  /** Issues that pass the filter, and all there are. */
  count: number;
  total: number;
  /** The latest that pass, newest first. */
  rows: IssueRef[];
}

/** The newest `limit` issues that pass a filter, found without sorting all of them. */
export function latestIssues(
  chunks: readonly IssueChunk[],
  filter: IssueFilter,
  utcOffsetMinutes: number,
  limit: number,
): LatestIssues {
  const matcher = issueMatcher(filter, utcOffsetMinutes);
  let total = 0;
  for (const chunk of chunks) total += chunk.count;
  // Numbers alone at first: an object for each of a million issues would hold up the window.
  const times = new Float64Array(total);
  let count = 0;
  const passing = chunks.map((chunk) => {
    const matches = matcher(chunk);
    const indexes = new Uint32Array(chunk.count);
    let found = 0;
    for (let index = 0; index < chunk.count; index += 1) {
      if (!matches(index)) continue;
      indexes[found] = index;
      times[count] = chunk.foundAt[index] as number;
      found += 1;
      count += 1;
    }
    return { chunk, indexes: indexes.subarray(0, found) };
  });
  const oldest = count > limit ? nthNewest(times.subarray(0, count), limit) : -Infinity;
  const rows: IssueRef[] = [];
  for (const { chunk, indexes } of passing) {
    for (const index of indexes) {
      if ((chunk.foundAt[index] as number) >= oldest) rows.push({ chunk, index });
    }
  }
  rows.sort((a, b) => foundAt(b) - foundAt(a));
  return { count, total, rows: rows.slice(0, limit) };
}

const foundAt = ({ chunk, index }: IssueRef) => chunk.foundAt[index] as number;

/**
 * A moment that at least `limit` of `times` are not before, and not many more: found by counting the
 * moments in equal spans of time.
 */
function nthNewest(times: Float64Array, limit: number): number {
  let first = Infinity;
  let last = -Infinity;
  for (const time of times) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const spans = 4096;
  const width = (last - first) / spans || 1;
  const inSpan = new Uint32Array(spans + 1);
  for (const time of times) {
    const span = Math.floor((time - first) / width);
    inSpan[span] = (inSpan[span] as number) + 1;
  }
  let newer = 0;
  let span = spans;
  while (span > 0 && newer + (inSpan[span] as number) < limit) {
    newer += inSpan[span] as number;
    span -= 1;
  }
  // One span more, for a moment at the very edge may count on either side.
  return first + (span - 1) * width;
}
