import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { sameRecord } from '#shared/edits/same-record.ts';

/** Applies a patch that a worker has worked out, unless what it changes has been changed since. */
export const applyWorkedOut: Command<{ patch: Patch; label: EditLabel; selection: string[] }> = (
  document,
  { patch, label, selection },
) => {
  const stale = { refused: 'edit.redraw.refused.stale' };
  // What stood before is the document's own, of which the worker had copies.
  const fitted: Patch = { ...emptyPatch(), added: patch.added };
  for (const id of Object.keys(patch.added)) if (document.get(id)) return stale;
  for (const [id, [from, to]] of Object.entries(patch.updated)) {
    const now = document.get(id);
    if (!now || !sameRecord(now, from)) return stale;
    fitted.updated[id] = [now, to === from ? now : to];
  }
  for (const [id, record] of Object.entries(patch.removed)) {
    const now = document.get(id);
    if (!now || !sameRecord(now, record)) return stale;
    fitted.removed[id] = now;
  }
  return { patch: fitted, label, selection };
};
