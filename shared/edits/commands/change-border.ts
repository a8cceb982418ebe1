import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { BorderTerms } from './register-border.ts';

/** Changes what was agreed about a registered border; its course stays. */
export const changeBorder: Command<{ id: string; terms: Partial<BorderTerms> }> = (
  document,
  { id, terms },
) => {
  const entry = document.find('border', id);
  if (!entry) return { refused: 'edit.refused.missing' };
  const put = putPatch(document, [{ ...entry, ...terms }]);
  if ('refused' in put) return put;
  const settled = entry.disputed && terms.disputed === false;
  const opened = !entry.disputed && terms.disputed === true;
  const key = settled ? 'settleBorder' : opened ? 'disputeBorder' : 'changeBorder';
  return {
    patch: put.patch,
    label: { key: `edit.${key}`, params: { title: terms.name ?? entry.name } },
    selection: [id],
  };
};
