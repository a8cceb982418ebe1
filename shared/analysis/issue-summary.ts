import { type IssueRef, isOpen } from '#shared/chain/open-issues.ts';

const dayMs = 86_400_000;
/** Length of a month for rates: a twelfth of 365.25 days. */
export const monthMs = (365.25 / 12) * dayMs;

export interface IssueSummary {
  total: number;
  open: number;
  /** Open with a deadline that has passed. */
  overdue: number;
  /** Found within the last 30 days before `now`. */
  lastMonth: number;
}

/** Counts over a set of issues at the moment `now` (milliseconds since 1970). */
export function summariseIssues(issues: readonly IssueRef[], now: number): IssueSummary {
  const summary: IssueSummary = { total: 0, open: 0, overdue: 0, lastMonth: 0 };
  for (const ref of issues) {
    const { chunk, index } = ref;
    summary.total += 1;
    if (isOpen(ref)) {
      summary.open += 1;
      if ((chunk.dueAt[index] as number) < now) summary.overdue += 1;
    }
    const found = chunk.foundAt[index] as number;
    if (found <= now && found > now - 30 * dayMs) summary.lastMonth += 1;
  }
  return summary;
}
