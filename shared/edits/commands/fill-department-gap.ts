import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post, PostLevel } from '#shared/model/post.ts';

interface DepartmentGap {
  /** The line department (条) in whose name the post is held. */
  organisationId: string;
  /** Key of the role in the project's scheme. */
  role: string;
  level: PostLevel;
  targetId: string;
  /** Somebody of the roster, or somebody new. */
  person: { id: string } | { newId: string; name: string; phone: string };
  /** First day in office, `YYYY-MM-DD`. */
  from: string;
  /** Identifier for the post. */
  newId: string;
}

/**
 * Gives a role at a place to a person in the name of a department, from a day on. A role of which each
 * place needs exactly one holder is refused where somebody holds it; of the others each department
 * has its own.
 */
export const fillDepartmentGap: Command<DepartmentGap> = (document, gap) => {
  const { level, targetId, from, organisationId } = gap;
  const target = document.find(level, targetId);
  const department = document.find('organisation', organisationId);
  const role = document.all('project')[0]?.schemes.roles.find(({ key }) => key === gap.role);
  const person: Person | undefined =
    'id' in gap.person
      ? document.find('person', gap.person.id)
      : {
          kind: 'person',
          id: gap.person.newId,
          name: gap.person.name,
          phone: gap.person.phone,
          organisationId,
          leave: [],
        };
  if (!target || !department || !person) return { refused: 'edit.refused.missing' };
  if (!role || role.level !== level) {
    return { refused: 'edit.refused.role', params: { place: target.name } };
  }
  const held = document.all('post').find((post) => {
    const here = post.targetId === targetId && post.role === role.key && inOffice(post, from);
    return here && post.personId !== null && (role.required || post.personId === person.id);
  });
  if (held) {
    const holder = document.find('person', held.personId ?? '')?.name ?? '';
    return {
      refused: 'edit.refused.held',
      params: { role: role.name, place: target.name, holder },
    };
  }
  const post: Post = {
    kind: 'post',
    id: gap.newId,
    role: role.key,
    personId: person.id,
    level,
    targetId,
    from,
    to: null,
    source: '',
    deputyId: null,
    organisationId,
  };
  const put = putPatch(document, 'id' in gap.person ? [post] : [person, post]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: {
      key: 'edit.fillDepartmentGap',
      params: {
        department: department.name,
        role: role.name,
        place: target.name,
        person: person.name,
      },
    },
    selection: [targetId],
  };
};
