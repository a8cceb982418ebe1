import type { AnyRecord, RecordKind, RecordOf } from './record.ts';

/** What readers of a document see; only its owner can apply patches. */
export interface DocumentView {
  get(id: string): AnyRecord | undefined;
  /** Record `id` if it is of the given kind. */
  find<K extends RecordKind>(kind: K, id: string): RecordOf<K> | undefined;
  /** All records of a kind, in the order in which they were added. */
  all<K extends RecordKind>(kind: K): readonly RecordOf<K>[];
}
