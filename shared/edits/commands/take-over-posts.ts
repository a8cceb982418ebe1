import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { chosenPerson, type PersonChoice } from '#shared/edits/roster/person-choice.ts';
import { postFault, postWords } from '#shared/edits/roster/post-facts.ts';
import { dayBefore } from '#shared/model/day-before.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Post } from '#shared/model/post.ts';

interface TakeOver {
  /** Posts that somebody else comes into; the posts keep their ids. */
  ids: readonly string[];
  /** Null: they fall vacant. */
  person: PersonChoice | null;
  /** First day of the new holder, `YYYY-MM-DD`. */
  from: string;
  /** Ids for the posts of those who leave, one for each of `ids`. */
  newIds: readonly string[];
}

/**
 * Brings somebody else into posts from a day on. Whoever held one before stays on record until the day
 * before, since what happened then is still theirs; who began on that very day, or later, is replaced.
 * Whose term had ended stays as it was, and the new holder has no end.
 */
export const takeOverPosts: Command<TakeOver> = (document, { ids, person, from, newIds }) => {
  const chosen = person && chosenPerson(document, person);
  if (chosen && 'refused' in chosen) return chosen;
  const personId = chosen?.person.id ?? null;
  const put: AnyRecord[] = [...(chosen?.put ?? [])];
  for (const [i, id] of ids.entries()) {
    const post = document.find('post', id);
    const newId = newIds[i];
    if (!post || newId === undefined) return { refused: 'edit.refused.missing' };
    if (post.personId === personId) continue;
    const ended = post.to !== null && post.to < from;
    const next: Post = {
      ...post,
      personId,
      from,
      to: ended ? null : post.to,
      // The deputy of somebody may come into the post, and then needs another.
      deputyId: post.deputyId === personId ? null : post.deputyId,
    };
    const fault = postFault(document, next);
    if (fault) return fault;
    put.push(next);
    if (post.personId !== null && post.from < from) {
      put.push({ ...post, id: newId, to: ended ? post.to : dayBefore(from) });
    }
  }
  const done = putPatch(document, put);
  if ('refused' in done) return done;
  return {
    patch: done.patch,
    label: labelOf(document, ids, chosen?.person.name),
    selection: [...ids],
  };
};

/** `name` is the new holder's; undefined when the posts fall vacant. */
function labelOf(document: DocumentView, ids: readonly string[], name?: string): EditLabel {
  const first = document.find('post', ids[0] ?? '');
  if (ids.length > 1 || !first) {
    return name
      ? { key: 'edit.roster.takeOverPosts', params: { person: name, count: ids.length } }
      : { key: 'edit.roster.vacatePosts', params: { count: ids.length } };
  }
  const words = postWords(document, first);
  return name
    ? { key: 'edit.fillVacancy', params: { ...words, person: name } }
    : { key: 'edit.roster.vacatePost', params: words };
}
