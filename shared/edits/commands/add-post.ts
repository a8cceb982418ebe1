import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { chosenPerson, type PersonChoice } from '#shared/edits/roster/person-choice.ts';
import { postFault, type SeatName, seatOf } from '#shared/edits/roster/post-facts.ts';
import type { Post } from '#shared/model/post.ts';

interface NewPost extends SeatName {
  newId: string;
  /** Null: the post stands, but nobody holds it yet. */
  person: PersonChoice | null;
  /** Days `YYYY-MM-DD`, both in office; `to` null: open end. */
  from: string;
  to: string | null;
  deputyId: string | null;
  source: string;
  organisationId: string | null;
}

/** Adds a post beside those that there are: another holder of the same role, say, or an empty one. */
export const addPost: Command<NewPost> = (document, { newId, person, ...rest }) => {
  const seat = seatOf(document, rest);
  if ('refused' in seat) return seat;
  const chosen = person ? chosenPerson(document, person) : null;
  if (chosen && 'refused' in chosen) return chosen;
  const post: Post = { kind: 'post', id: newId, personId: chosen?.person.id ?? null, ...rest };
  const fault = postFault(document, post);
  if (fault) return fault;
  const put = putPatch(document, [...(chosen?.put ?? []), post]);
  if ('refused' in put) return put;
  const params = { role: seat.role.name, place: seat.target.name };
  return {
    patch: put.patch,
    label: chosen
      ? { key: 'edit.fillVacancy', params: { ...params, person: chosen.person.name } }
      : { key: 'edit.roster.addPost', params },
    selection: [rest.targetId],
  };
};
