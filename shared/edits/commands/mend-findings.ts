import type { Command } from '#shared/edits/command.ts';
import { mendAll } from '#shared/edits/repair/mend-all.ts';
import type { Mend } from '#shared/model/propose-mends.ts';

/** Mends a list of findings in one step, each with the fix chosen for it; all of them or none. */
export const mendFindings: Command<{ mends: readonly Mend[]; on: string }> = (document, args) => {
  const mended = mendAll(document, args.mends, args.on);
  if ('refused' in mended) return mended;
  return {
    ...mended,
    label: { key: 'edit.repair.all', params: { count: args.mends.length } },
    selection: [],
  };
};
