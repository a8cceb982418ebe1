import type { SourceFeed } from '#renderer/map/source-feed.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Steps } from '#shared/jobs/slices.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';

/** Keeps the features of one map source in step with records of certain kinds. */
export interface RecordSource {
  readonly feed: SourceFeed;
  readonly kinds: readonly RecordKind[];
  /** Records that changed, by id; null for one that is gone. */
  update(changes: ReadonlyMap<string, AnyRecord | null>, document: DocumentView): void;
  /**
   * Takes up the records of `ids` as they are in the document at each step; where one update after the
   * other would not do as well.
   */
  fill?(ids: readonly string[], document: DocumentView): Steps;
  /**
   * Draws records as given, and those of `hidden` not at all; what else follows from it waits until the
   * document changes.
   */
  preview?(records: readonly AnyRecord[], hidden: readonly string[]): void;
}
