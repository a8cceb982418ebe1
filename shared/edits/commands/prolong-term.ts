import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { othersInSeat, postWords } from '#shared/edits/seat-posts.ts';

/**
 * Lets the holder of a post stay until a later day (`YYYY-MM-DD`; null: no end). Refuses when somebody
 * else holds the seat on a day that would be added.
 */
export const prolongTerm: Command<{ postId: string; to: string | null }> = (
  document,
  { postId, to },
) => {
  const post = document.find('post', postId);
  if (!post) return { refused: 'edit.refused.missing' };
  const words = postWords(document, post);
  const { to: before } = post;
  if (before === null || (to !== null && to <= before)) {
    return { refused: 'edit.chainRefused.notLater', params: { ...words, to: before ?? '' } };
  }
  const met = othersInSeat(document, post).find(
    (other) =>
      other.personId !== post.personId &&
      (other.to === null || other.to > before) &&
      (to === null || other.from <= to),
  );
  if (met) {
    const holder = postWords(document, met).person;
    return { refused: 'edit.chainRefused.taken', params: { ...words, holder, from: met.from } };
  }
  const put = putPatch(document, [{ ...post, to }]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: {
      key: to === null ? 'edit.chain.prolongOpen' : 'edit.chain.prolong',
      params: { ...words, to: to ?? '' },
    },
    selection: [post.targetId],
  };
};
