import type { EditLabel, MergedRow } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import type { Patch } from '#shared/edits/patch.ts';
import { applyWorkedOut } from './apply-worked-out.ts';

/**
 * Carries out a change that was worked out elsewhere, from another copy or a backup, in one step.
 * Refuses when what it starts from is no longer what is there: it must then be worked out again.
 */
export const takeOver: Command<{
  patch: Patch;
  label: EditLabel;
  merged?: readonly MergedRow[];
  keptOut?: readonly string[];
  mends?: true;
}> = (document, { patch, label, merged, keptOut = [], mends }) => {
  const done = applyWorkedOut(document, { patch, label, selection: [] });
  if ('refused' in done) return { refused: 'edit.refused.changedMeanwhile' };
  return {
    ...done,
    exact: true,
    ...(merged && { merged }),
    ...(keptOut.length > 0 && { keptOut }),
    ...(mends && { mends }),
  };
};
