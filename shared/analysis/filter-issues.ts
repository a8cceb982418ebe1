import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import { issueStatuses } from '#shared/model/issue.ts';

/** The columns that a filter looks at. */
export type FilterColumns = Pick<IssueChunk, 'classes' | 'issueClass' | 'status' | 'foundAt'>;

const dayMs = 86_400_000;

/** First and last moment (milliseconds since 1970, both included) of a filter's days. */
export function filterPeriod(
  filter: Pick<IssueFilter, 'from' | 'to'>,
  utcOffsetMinutes: number,
): [from: number, to: number] {
  const start = (day: string) => Date.parse(`${day}T00:00:00Z`) - utcOffsetMinutes * 60_000;
  return [
    filter.from === null ? -Infinity : start(filter.from),
    filter.to === null ? Infinity : start(filter.to) + dayMs - 1,
  ];
}

/**
 * Compiles a filter, once for each chunk, into a test of issue `index` of that chunk. The days of
 * the filter begin at midnight on a clock `utcOffsetMinutes` ahead of UTC.
 */
export function issueMatcher(
  filter: IssueFilter,
  utcOffsetMinutes: number,
): (chunk: FilterColumns) => (index: number) => boolean {
  const [from, to] = filterPeriod(filter, utcOffsetMinutes);
  const everyTime = from === -Infinity && to === Infinity;
  const statuses = issueStatuses.map((name) => filter.statuses?.includes(name) ?? true);
  const classes = filter.classes === null ? null : new Set(filter.classes);
  return (chunk) => {
    const allowed = chunk.classes.map((name) => classes?.has(name) ?? true);
    const { issueClass, status, foundAt } = chunk;
    return (index) => {
      if (!statuses[status[index] as number] || !allowed[issueClass[index] as number]) return false;
      if (everyTime) return true;
      const found = foundAt[index] as number;
      return found >= from && found <= to;
    };
  };
}

/** Number of issues that a filter lets through; counted on to `enough` and no further. */
export function countIssues(
  chunks: readonly (FilterColumns & Pick<IssueChunk, 'count'>)[],
  filter: IssueFilter,
  utcOffsetMinutes: number,
  enough = Infinity,
): number {
  const matcher = issueMatcher(filter, utcOffsetMinutes);
  let count = 0;
  for (const chunk of chunks) {
    const matches = matcher(chunk);
    for (let index = 0; index < chunk.count && count < enough; index += 1) {
      if (matches(index)) count += 1;
    }
  }
  return count;
}
