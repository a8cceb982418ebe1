import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { localDay } from '#shared/model/local-day.ts';

export interface MonthRate {
  /** `YYYY-MM`. */
  month: string;
  /** Issues whose deadline fell into the month. */
  due: number;
  /** Share of them closed by their deadline, 0 to 1. */
  rate: number;
}

/**
 * Share of issues closed in time, for each of the last `months` months that had deadlines, oldest
 * first. An issue counts in the month of its deadline, once that deadline has passed.
 */
export function onTimeRate(
  chunks: readonly IssueChunk[],
  now: number,
  utcOffsetMinutes: number,
  months: number,
): MonthRate[] {
  const totals = new Map<string, { due: number; inTime: number }>();
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.count; index += 1) {
      const dueAt = chunk.dueAt[index] as number;
      if (!(dueAt <= now)) continue;
      const month = monthOf(dueAt, utcOffsetMinutes);
      let total = totals.get(month);
      if (!total) {
        total = { due: 0, inTime: 0 };
        totals.set(month, total);
      }
      total.due += 1;
      if ((chunk.closedAt[index] as number) <= dueAt) total.inTime += 1;
    }
  }
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-months)
    .map(([month, { due, inTime }]) => ({ month, due, rate: inTime / due }));
}

const monthNames = new Map<number, string>();

/** Month of a moment; the days are remembered, since hundreds of thousands of issues share them. */
function monthOf(time: number, utcOffsetMinutes: number): string {
  const day = Math.floor((time + utcOffsetMinutes * 60_000) / 86_400_000);
  let name = monthNames.get(day);
  if (name === undefined) {
    name = localDay(day * 86_400_000, 0).slice(0, 7);
    monthNames.set(day, name);
  }
  return name;
}
