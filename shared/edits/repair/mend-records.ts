import type { Patch } from '#shared/edits/patch.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Refusal } from './reground.ts';

/** The patch that makes the rings of records valid. */
export function mendRecords(
  _document: DocumentView,
  _ids: readonly string[],
  _on: string,
): { patch: Patch } | Refusal {
  return { refused: 'edit.refused.repair.changed' };
}
