import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { monthMs } from './issue-summary.ts';

const spans = new WeakMap<IssueChunk, { first: number; last: number }>();

/** Moments of the first and the last issue of a chunk, found once for each. */
function spanOf(chunk: IssueChunk): { first: number; last: number } {
  let span = spans.get(chunk);
  if (span === undefined) {
    span = { first: Infinity, last: -Infinity };
    for (let i = 0; i < chunk.count; i += 1) {
      const found = chunk.foundAt[i] as number;
      if (found < span.first) span.first = found;
      if (found > span.last) span.last = found;
    }
    spans.set(chunk, span);
  }
  return span;
}

/** Months that the issues span, at least one, so that a few days of data are not blown up. */
export function monthsOf(chunks: readonly IssueChunk[]): number {
  let first = Infinity;
  let last = -Infinity;
  for (const chunk of chunks) {
    const span = spanOf(chunk);
    first = Math.min(first, span.first);
    last = Math.max(last, span.last);
  }
  return Math.max(1, (last - first) / monthMs || 0);
}
