import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { chosenPerson, type PersonChoice } from '#shared/edits/roster/person-choice.ts';
import { postFault, type SeatName, seatOf } from '#shared/edits/roster/post-facts.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Post } from '#shared/model/post.ts';

export interface Appointment extends SeatName {
  person: PersonChoice;
  /** First day in office, `YYYY-MM-DD`. */
  from: string;
  /** Identifier for the post, if a new one is needed. */
  newId: string;
  /** Last day; null: open end. */
  to?: string | null;
  deputyId?: string | null;
  source?: string;
  organisationId?: string | null;
}

/**
 * Gives a role at a place to a person, from a day on: fills the post that stands vacant there, else
 * creates one. Refuses when someone holds it on that day, or the role belongs to another level.
 */
export const appoint: Command<Appointment> = (document, appointment) => {
  const { level, targetId, from, to = null, newId } = appointment;
  const seat = seatOf(document, appointment);
  if ('refused' in seat) return seat;
  const chosen = chosenPerson(document, appointment.person);
  if ('refused' in chosen) return chosen;
  const { target, role } = seat;
  const { person } = chosen;
  const here = document
    .all('post')
    .filter((post) => post.targetId === targetId && post.role === role.key && inOffice(post, from));
  const held = here.find((post) => post.personId !== null);
  if (held) {
    const holder = document.find('person', held.personId ?? '')?.name ?? '';
    return {
      refused: 'edit.refused.held',
      params: { role: role.name, place: target.name, holder },
    };
  }
  const vacant = here[0];
  const post: Post = {
    kind: 'post',
    id: vacant?.id ?? newId,
    role: role.key,
    personId: person.id,
    level,
    targetId,
    from,
    to: to ?? vacant?.to ?? null,
    source: appointment.source ?? vacant?.source ?? '',
    deputyId: appointment.deputyId ?? vacant?.deputyId ?? null,
    organisationId: appointment.organisationId ?? vacant?.organisationId ?? null,
  };
  const fault = postFault(document, post);
  if (fault) return fault;
  const put = putPatch(document, [...chosen.put, post]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: {
      key: 'edit.fillVacancy',
      params: { role: role.name, place: target.name, person: person.name },
    },
    selection: [targetId],
  };
};
