import type { AuditRow, MergedRow } from '#shared/edits/audit.ts';
import { asToday } from '#shared/edits/as-today.ts';
import { changesOf } from '#shared/edits/patch.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** A record as it is, or null where there is none. */
export type State = AnyRecord | null;

/** What the new rows of one copy did to one record. */
export interface RecordStory {
  /** As it stood before, then after each row; null where it was not there. */
  states: State[];
  /** The row that touched it last. */
  last: MergedRow;
}

/** What a row says of records: how it changed them, and which it settled to stay removed. */
export function toldIn(
  { patch, keptOut = [] }: Pick<MergedRow, 'patch' | 'keptOut'>,
  read: (record: AnyRecord) => AnyRecord = (record) => record,
): { id: string; from: State; to: State }[] {
  const changes = changesOf(patch).map(([from, to]) => ({
    id: (to ?? from)?.id as string,
    from: from && read(from),
    to: to && read(to),
  }));
  return [...changes, ...keptOut.map((id) => ({ id, from: null, to: null }))];
}

/** What rows did, by record, in the form that records have today. Rows that were merged tell of another copy's states, as they were there. */
export function storiesOf(rows: readonly MergedRow[]): Map<string, RecordStory> {
  const stories = new Map<string, RecordStory>();
  for (const row of rows) {
    for (const { id, from, to } of toldIn(row, asToday)) {
      const story = stories.get(id);
      if (story) {
        story.states.push(to);
        story.last = row;
      } else {
        stories.set(id, { states: [from, to], last: row });
      }
    }
  }
  return stories;
}

/** How each record stands by the rows of a copy's own log; those that it merged tell of other copies. */
export function lastStates(log: readonly AuditRow[]): Map<string, State> {
  const last = new Map<string, State>();
  for (const row of log) for (const { id, to } of toldIn(row)) last.set(id, to);
  return last;
}

/** Whether the record once stood like this. */
export function wasOnce(story: RecordStory, state: State): boolean {
  return story.states.some((one) => sameRecord(one, state));
}
