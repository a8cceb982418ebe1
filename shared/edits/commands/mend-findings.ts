import type { Command } from '#shared/edits/command.ts';
import { mendAll } from '#shared/edits/repair/mend-all.ts';
import type { Mend } from '#shared/model/propose-mends.ts';

/**
 * Mends a list of findings in one step, each with the fix chosen for it. What would leave a zone
 * without any ground is not done; the label says how many were mended.
 */
export const mendFindings: Command<{
  mends: readonly Mend[];
  on: string;
  carry?: boolean;
}> = (document, args) => {
  const mended = mendAll(document, args.mends, { on: args.on, carry: args.carry ?? false });
  if ('refused' in mended) return mended;
  const { patch, count } = mended;
  return {
    patch,
    label: { key: 'edit.repair.all', params: { count } },
    selection: [],
  };
};
