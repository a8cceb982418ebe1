import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { chosenPerson, type PersonChoice } from '#shared/edits/roster/person-choice.ts';
import { postFault, postWords } from '#shared/edits/roster/post-facts.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Post } from '#shared/model/post.ts';

/** What is put right; what is left out stays. */
export interface PostChanges {
  person?: PersonChoice | null;
  deputy?: PersonChoice | null;
  /** Days `YYYY-MM-DD`, both in office; `to` null: open end. */
  from?: string;
  to?: string | null;
  source?: string;
  organisationId?: string | null;
}

/**
 * Puts right what is written about posts, one or many in one step, as if it had always been so. When
 * somebody else comes into office, `takeOverPosts` keeps who held it before.
 */
export const changePost: Command<{ ids: readonly string[]; changes: PostChanges }> = (
  document,
  { ids, changes },
) => {
  const { person, deputy, ...plain } = changes;
  const put: AnyRecord[] = [];
  const given: Partial<Post> = { ...plain };
  for (const [field, choice] of [
    ['personId', person],
    ['deputyId', deputy],
  ] as const) {
    if (choice === undefined) continue;
    const chosen = choice && chosenPerson(document, choice);
    if (chosen && 'refused' in chosen) return chosen;
    given[field] = chosen?.person.id ?? null;
    put.push(...(chosen?.put ?? []));
  }
  for (const id of ids) {
    const before = document.find('post', id);
    if (!before) return { refused: 'edit.refused.missing' };
    const post = { ...before, ...given };
    const fault = postFault(document, post);
    if (fault) return fault;
    put.push(post);
  }
  const done = putPatch(document, put);
  if ('refused' in done) return done;
  const [only] = ids;
  const first = document.find('post', only ?? '');
  const label: EditLabel =
    ids.length === 1 && first
      ? { key: 'edit.roster.changePost', params: postWords(document, first) }
      : { key: 'edit.roster.changePosts', params: { count: ids.length } };
  return { patch: done.patch, label, selection: [...ids] };
};
