import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { dayBefore } from '#shared/model/day-before.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { removeRecords } from './remove-records.ts';

interface Departure {
  id: string;
  /** First day on which the person is gone, `YYYY-MM-DD`. */
  on: string;
  /** Ends what the person still holds; without it the command refuses while there is anything. */
  endPosts: boolean;
}

/**
 * Takes a person off the roster. Who never held a post is removed. Whoever did stays on record, since
 * it is still asked who answered on a past day: posts end the day before, those that had not begun fall
 * vacant, and nobody counts on the person as a deputy or in a team any more.
 */
export const removePerson: Command<Departure> = (document, { id, on, endPosts }) => {
  const person = document.find('person', id);
  if (!person) return { refused: 'edit.refused.missing' };
  const posts = document.all('post').filter((post) => post.personId === id);
  if (posts.length === 0) return removeRecords(document, { ids: [id] });
  const held = posts.filter((post) => post.to === null || post.to >= on);
  if (held.length > 0 && !endPosts) {
    const params = { person: person.name, count: held.length };
    return { refused: 'edit.rosterRefused.holdsPosts', params };
  }
  const put: AnyRecord[] = held.map((post) =>
    post.from < on ? { ...post, to: dayBefore(on) } : { ...post, personId: null },
  );
  const ended = new Set(put.map((post) => post.id));
  for (const post of document.all('post')) {
    const past = post.to !== null && post.to < on;
    if (post.deputyId === id && !past && !ended.has(post.id)) put.push({ ...post, deputyId: null });
  }
  for (const team of document.all('team')) {
    if (!team.memberIds.includes(id)) continue;
    put.push({ ...team, memberIds: team.memberIds.filter((member) => member !== id) });
  }
  for (const other of document.all('person')) {
    const leave = other.leave.map((one) =>
      one.deputyId === id && one.to >= on ? { ...one, deputyId: null } : one,
    );
    if (leave.some((one, i) => one !== other.leave[i])) put.push({ ...other, leave });
  }
  const done = putPatch(document, put);
  if ('refused' in done) {
    return { refused: 'edit.rosterRefused.leftAlready', params: { person: person.name } };
  }
  return {
    patch: done.patch,
    label: { key: 'edit.roster.removePerson', params: { person: person.name } },
    selection: [],
  };
};
