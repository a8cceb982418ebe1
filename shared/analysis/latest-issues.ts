import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import { issueMatcher } from './filter-issues.ts';
import type { IssueRef } from '#shared/chain/open-issues.ts';

export interface LatestIssues {
  /** Issues that pass the filter, null while they are being counted; and all there are. */
  count: number | null;
  total: number;
  /** The latest that pass, newest first. */
  rows: IssueRef[];
}

/** The newest `limit` issues that pass a filter, found without sorting all of them; a step for each chunk. */
export function* latestIssueSteps(
  chunks: readonly IssueChunk[],
  filter: IssueFilter,
  utcOffsetMinutes: number,
  limit: number,
): Generator<void, LatestIssues, undefined> {
  const matcher = issueMatcher(filter, utcOffsetMinutes);
  const passing: Passing[] = [];
  let [count, total] = [0, 0];
  for (const chunk of chunks) {
    const part = passingIn(chunk, matcher(chunk));
    passing.push(part);
    count += part.indexes.length;
    total += chunk.count;
    yield;
  }
  const oldest = count > limit ? yield* nthNewest(passing, limit) : -Infinity;
  const rows: IssueRef[] = [];
  for (const { chunk, indexes } of passing) {
    for (const index of indexes) {
      if ((chunk.foundAt[index] as number) >= oldest) rows.push({ chunk, index });
    }
    yield;
  }
  rows.sort((a, b) => foundAt(b) - foundAt(a));
  return { count, total, rows: rows.slice(0, limit) };
}

const foundAt = ({ chunk, index }: IssueRef) => chunk.foundAt[index] as number;

/** The issues of a chunk that pass, by their numbers: an object for each of a million would take long. */
interface Passing {
  chunk: IssueChunk;
  indexes: Uint32Array;
}

function passingIn(chunk: IssueChunk, matches: (index: number) => boolean): Passing {
  const indexes = new Uint32Array(chunk.count);
  let found = 0;
  for (let index = 0; index < chunk.count; index += 1) {
    if (!matches(index)) continue;
    indexes[found] = index;
    found += 1;
  }
  return { chunk, indexes: indexes.subarray(0, found) };
}

/**
 * A moment that at least `limit` issues are not before, and not many more: found by counting the moments in
 * equal spans of time.
 */
function* nthNewest(
  passing: readonly Passing[],
  limit: number,
): Generator<void, number, undefined> {
  let first = Infinity;
  let last = -Infinity;
  for (const { chunk, indexes } of passing) {
    for (const index of indexes) {
      const time = chunk.foundAt[index] as number;
      if (time < first) first = time;
      if (time > last) last = time;
    }
    yield;
  }
  const spans = 4096;
  const width = (last - first) / spans || 1;
  const inSpan = new Uint32Array(spans + 1);
  for (const { chunk, indexes } of passing) {
    for (const index of indexes) {
      const span = Math.floor(((chunk.foundAt[index] as number) - first) / width);
      inSpan[span] = (inSpan[span] as number) + 1;
    }
    yield;
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
