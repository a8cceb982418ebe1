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

/** What rows did, by record, in the form that records have today. Rows that were merged tell of another copy's states, as they were there. */
export function storiesOf(rows: readonly MergedRow[]): Map<string, RecordStory> {
  const stories = new Map<string, RecordStory>();
  for (const row of rows) {
    for (const change of changesOf(row.patch)) {
      const [from, to] = change.map((state) => state && asToday(state)) as [State, State];
      const id = (to ?? from)?.id as string;
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
  for (const { patch } of log) {
    for (const [from, to] of changesOf(patch)) last.set((to ?? from)?.id as string, to);
  }
  return last;
}

/** Whether the record once stood like this. */
export function wasOnce(story: RecordStory, state: State): boolean {
  return story.states.some((one) => sameRecord(one, state));
}
