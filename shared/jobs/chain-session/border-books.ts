import { BorderBook } from '#shared/analysis/border-book.ts';
import type { BorderLevel } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

const books = new WeakMap<DocumentView, Map<BorderLevel, BorderBook>>();

/** The register of one level of a document, made at the first question and kept as long as the document. */
export function borderBook(records: DocumentView, level: BorderLevel): BorderBook {
  let ofDocument = books.get(records);
  if (!ofDocument) {
    ofDocument = new Map();
    books.set(records, ofDocument);
  }
  let book = ofDocument.get(level);
  if (!book) {
    book = new BorderBook(level);
    ofDocument.set(level, book);
  }
  return book;
}
