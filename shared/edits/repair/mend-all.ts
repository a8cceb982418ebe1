import { applyFix } from '#shared/edits/apply-fix.ts';
import { type Patch, squashPatches } from '#shared/edits/patch.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Mend } from '#shared/model/propose-mends.ts';
import { patchedView } from './patched-view.ts';
import type { Refusal } from './reground.ts';

/** The patch of all mends together; refuses as a whole with the reason of the first that fails. */
export function mendAll(
  document: DocumentView,
  mends: readonly Mend[],
  on: string,
): { patch: Patch } | Refusal {
  const patches: Patch[] = [];
  let view = document;
  for (const mend of mends) {
    const result = applyFix(view, { ...mend, on });
    if ('refused' in result) return result;
    patches.push(result.patch);
    view = patchedView(view, result.patch);
  }
  return { patch: squashPatches(patches) };
}
