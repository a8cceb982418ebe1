import { type PostLevel, postLevel } from './post.ts';
import type { RecordOf } from './record.ts';

/** A record that somebody can answer for. */
export type Place = RecordOf<PostLevel>;

/** Whether a record is a place that somebody can answer for. */
export function isPlace(record: { kind: string } | undefined): record is Place {
  return record !== undefined && (postLevel.options as readonly string[]).includes(record.kind);
}
