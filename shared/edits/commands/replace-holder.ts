import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { postWords } from '#shared/edits/seat-posts.ts';
import { dayBefore } from '#shared/model/day-before.ts';
import type { Post } from '#shared/model/post.ts';

interface Replacement {
  /** Posts to be taken over, each with the identifier of the post that follows it. */
  posts: readonly { postId: string; newId: string }[];
  personId: string;
  /** First day of the new holder, `YYYY-MM-DD`; the day before is the last of the old one. */
  from: string;
}

/**
 * Gives posts to another person from a day on; who held them until then stays in the records. A post
 * that has not begun by that day is given as it is. A last day that was set stays.
 */
export const replaceHolder: Command<Replacement> = (document, { posts, personId, from }) => {
  const person = document.find('person', personId);
  const held = posts.map(({ postId }) => document.find('post', postId));
  if (!person || posts.length === 0 || held.includes(undefined)) {
    return { refused: 'edit.refused.missing' };
  }
  const records: Post[] = [];
  for (const [i, post] of (held as Post[]).entries()) {
    const words = postWords(document, post);
    if (post.personId === personId) {
      return { refused: 'edit.chainRefused.sameHolder', params: words };
    }
    if (post.to !== null && post.to < from) {
      return { refused: 'edit.chainRefused.over', params: { ...words, to: post.to } };
    }
    const next = { ...post, personId, deputyId: post.deputyId === personId ? null : post.deputyId };
    if (post.from >= from) records.push(next);
    else {
      records.push({ ...post, to: dayBefore(from) });
      records.push({ ...next, id: posts[i]?.newId ?? '', from, source: '', organisationId: null });
    }
  }
  const put = putPatch(document, records);
  if ('refused' in put) return put;
  const [first] = held as [Post];
  const params = { ...postWords(document, first), by: person.name, count: posts.length };
  return {
    patch: put.patch,
    label: { key: posts.length === 1 ? 'edit.chain.replace' : 'edit.chain.handOn', params },
    selection: [posts.length === 1 ? first.targetId : personId],
  };
};
