import type { Command } from '#shared/edits/command.ts';
import { isEmptyPatch } from '#shared/edits/patch.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { othersInSeat, postWords } from '#shared/edits/seat-posts.ts';
import { dayBefore } from '#shared/model/day-before.ts';
import { inOffice } from '#shared/model/in-office.ts';

/**
 * Of several people who hold a seat on a day (`YYYY-MM-DD`) the one of this post stays: the terms of
 * the others end the day before. A term that begins that very day, and so never was, is taken away.
 */
export const keepHolder: Command<{ postId: string; on: string }> = (document, { postId, on }) => {
  const post = document.find('post', postId);
  if (!post) return { refused: 'edit.refused.missing' };
  const patch = emptyPatch();
  for (const other of othersInSeat(document, post)) {
    if (other.personId === post.personId || !inOffice(other, on)) continue;
    if (other.from >= on) patch.removed[other.id] = other;
    else patch.updated[other.id] = [other, { ...other, to: dayBefore(on) }];
  }
  if (isEmptyPatch(patch)) return { refused: 'edit.refused.unchanged' };
  return {
    patch,
    label: { key: 'edit.chain.keepHolder', params: postWords(document, post) },
    selection: [post.targetId],
  };
};
