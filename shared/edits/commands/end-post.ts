import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { postFault, postWords } from '#shared/edits/roster/post-facts.ts';
import type { Post } from '#shared/model/post.ts';

/** Ends terms of office with a last day, `YYYY-MM-DD`; refuses for posts that begin after it. */
export const endPost: Command<{ ids: readonly string[]; to: string }> = (document, { ids, to }) => {
  const posts: Post[] = [];
  for (const id of ids) {
    const before = document.find('post', id);
    if (!before) return { refused: 'edit.refused.missing' };
    const post = { ...before, to };
    const fault = postFault(document, post);
    if (fault) return fault;
    posts.push(post);
  }
  const put = putPatch(document, posts);
  if ('refused' in put) return put;
  const [first] = posts;
  const label: EditLabel =
    posts.length === 1 && first
      ? { key: 'edit.roster.endPost', params: { ...postWords(document, first), to } }
      : { key: 'edit.roster.endPosts', params: { count: posts.length, to } };
  return { patch: put.patch, label, selection: [...ids] };
};
