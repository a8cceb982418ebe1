import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

/**
 * A patch that was worked out on a part of the document's records, with what hangs on those that it
 * removes: posts, borders, scenes and whoever refers to them.
 */
export function completeRemovals(document: DocumentView, patch: Patch): Patch {
  const ids = Object.keys(patch.removed);
  if (ids.length === 0) return patch;
  const whole = removeRecords(document, { ids });
  if ('refused' in whole) return patch;
  return {
    added: patch.added,
    updated: { ...whole.patch.updated, ...patch.updated },
    removed: { ...whole.patch.removed, ...patch.removed },
  };
}
