import type { EditLabel, MergedRow } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import { sameRecord } from '#shared/edits/same-record.ts';

/**
 * Carries out a change that was worked out elsewhere, from another copy or a backup, in one step.
 * Refuses when what it starts from is no longer what is there: it must then be worked out again.
 */
export const takeOver: Command<{
  patch: Patch;
  label: EditLabel;
  merged?: readonly MergedRow[];
}> = (document, { patch, label, merged }) => {
  for (const [from, to] of changesOf(patch)) {
    const now = document.get((to ?? from)?.id as string) ?? null;
    if (!sameRecord(now, from)) return { refused: 'edit.refused.changedMeanwhile' };
  }
  return { patch, label, selection: [], ...(merged && { merged }) };
};
