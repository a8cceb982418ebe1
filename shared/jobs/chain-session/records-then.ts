import * as z from 'zod';
import type { RecordsThen } from '#shared/edits/records-before.ts';
import type { AnyRecord } from '#shared/model/record.ts';

const record = z.custom<AnyRecord>((value) => typeof value === 'object' && value !== null);

/**
 * A state of the project, told by what stands otherwise than now: null for what it does not have. Records
 * pass as they are, so that one which is told twice stays one.
 */
export const recordsThen = z.array(z.tuple([z.string(), record.nullable()]));

/** Records as they stand in a state that is told by what is otherwise. */
export function overlaid(now: Iterable<AnyRecord>, changes: RecordsThen): AnyRecord[] {
  const other = new Map(changes);
  const found: AnyRecord[] = [];
  for (const one of now) {
    const then = other.get(one.id);
    if (then === undefined) found.push(one);
    else if (then) found.push(then);
    other.delete(one.id);
  }
  for (const one of other.values()) if (one) found.push(one);
  return found;
}
