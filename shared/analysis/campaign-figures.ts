import type { Issue } from '#shared/model/issue.ts';
import { issueStatuses } from '#shared/model/issue.ts';
import { type IssueChunk, unpackIssue } from '#shared/model/issue-chunk.ts';
import { localDay } from '#shared/model/local-day.ts';

export interface CampaignFigures {
  open: number;
  overdue: number;
  closed: number;
  /** Day that `found` counts: today, or the last day with issues where today has none. */
  day: string;
  found: number;
  /** Moment of the newest issue; NaN without any. */
  newest: number;
  /** The newest issues, newest first. */
  latest: Issue[];
}

const closedStatus = issueStatuses.indexOf('closed');
const dayMs = 86_400_000;

/** The campaign in few figures at the moment `now`, over all issues. */
export function campaignFigures(
  chunks: readonly IssueChunk[],
  now: number,
  utcOffsetMinutes: number,
  latestCount: number,
): CampaignFigures {
  let open = 0;
  let overdue = 0;
  let closed = 0;
  let newest = Number.NaN;
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.count; index += 1) {
      if (chunk.status[index] === closedStatus) closed += 1;
      else {
        open += 1;
        if ((chunk.dueAt[index] as number) < now) overdue += 1;
      }
      const found = chunk.foundAt[index] as number;
      if (found <= now && !(found <= newest)) newest = found;
    }
  }
  const day = localDay(Number.isNaN(newest) ? now : newest, utcOffsetMinutes);
  const start = Date.parse(`${day}T00:00:00Z`) - utcOffsetMinutes * 60_000;
  const ofDay: { chunk: IssueChunk; index: number; time: number }[] = [];
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.count; index += 1) {
      const time = chunk.foundAt[index] as number;
      if (time >= start && time < start + dayMs && time <= now) ofDay.push({ chunk, index, time });
    }
  }
  ofDay.sort((a, b) => b.time - a.time);
  return {
    open,
    overdue,
    closed,
    day,
    found: ofDay.length,
    newest,
    latest: ofDay.slice(0, latestCount).map(({ chunk, index }) => unpackIssue(chunk, index)),
  };
}
