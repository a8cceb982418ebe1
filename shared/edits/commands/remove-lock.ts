import type { Command } from '#shared/edits/command.ts';
import { emptyPatch } from '#shared/edits/patch.ts';

/** Takes a lock off. */
export const removeLock: Command<{ lockId: string }> = (document, { lockId }) => {
  const lock = document.find('lock', lockId);
  if (!lock) return { refused: 'edit.refused.missing' };
  return {
    patch: { ...emptyPatch(), removed: { [lockId]: lock } },
    label: { key: 'edit.redraw.unlock', params: { what: lock.name } },
    selection: [],
  };
};
