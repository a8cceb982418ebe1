import { NumbersBook } from '#shared/analysis/numbers-book.ts';
import type { ZoneNumbers } from '#shared/analysis/zone-numbers.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

interface Kept {
  book: NumbersBook;
  /** How many counts have begun. */
  begun: number;
  /** As the newest count that is done says. */
  rows: readonly ZoneNumbers[];
}

const books = new WeakMap<DocumentView, Kept>();

/** The numbers of a document, made at the first question and kept as long as the document. */
export function numbersOf(records: DocumentView): Kept {
  let kept = books.get(records);
  if (!kept) {
    kept = { book: new NumbersBook(), begun: 0, rows: [] };
    books.set(records, kept);
  }
  return kept;
}
