import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Post, PostLevel } from '#shared/model/post.ts';

interface Vacancy {
  level: PostLevel;
  /** Place to be answered for. */
  targetId: string;
  /** Key of the role in the project's scheme. */
  role: string;
  personId: string;
  /** First day in office, `YYYY-MM-DD`. */
  from: string;
  /** Identifier for the post, if a new one is needed. */
  newId: string;
}

/**
 * Gives a role at a place to a person, from a day on: fills the post that stands vacant there, else
 * creates one. Refuses when someone holds it on that day, or the role belongs to another level.
 */
export const fillVacancy: Command<Vacancy> = (document, vacancy) => {
  const { level, targetId, personId, from } = vacancy;
  const target = document.find(level, targetId);
  const person = document.find('person', personId);
  if (!target || !person) return { refused: 'edit.refused.missing' };
  const role = document.all('project')[0]?.schemes.roles.find(({ key }) => key === vacancy.role);
  if (!role || role.level !== level) {
    return { refused: 'edit.refused.role', params: { place: target.name } };
  }
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
  const [vacant] = here;
  const post: Post = vacant
    ? { ...vacant, personId, from }
    : {
        kind: 'post',
        id: vacancy.newId,
        role: role.key,
        personId,
        level,
        targetId,
        from,
        to: null,
        source: '',
        deputyId: null,
        organisationId: null,
      };
  const put = putPatch(document, [post]);
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
