import type { Command } from '#shared/edits/command.ts';
import type { Project } from '#shared/model/project.ts';
import { updateProject } from './update-project.ts';

interface Change {
  /** The project as it shall be; what it is and when it was made stay. */
  project: Project;
  /** Roles that may go though posts name them; the posts go with them. */
  rolesToDrop: readonly string[];
}

/**
 * Stores all settings of a project in one step. A role that posts still name is kept from vanishing
 * unless it is named in `rolesToDrop`, and none moves to another level under its posts.
 */
export const changeProject: Command<Change> = (document, { project, rolesToDrop }) => {
  const before = document.all('project')[0];
  if (!before) return { refused: 'edit.refused.missing' };
  const after = new Map(project.schemes.roles.map((role) => [role.key, role]));
  const names = new Map(before.schemes.roles.map((role) => [role.key, role.name]));
  const known = new Set(before.schemes.roles.map((role) => role.key));
  const dropped = new Set(rolesToDrop);
  const gone = document.all('post').filter(({ role }) => known.has(role) && !after.has(role));
  const kept = gone.find(({ role }) => !dropped.has(role));
  if (kept) {
    const count = gone.filter(({ role }) => role === kept.role).length;
    const role = names.get(kept.role) ?? kept.role;
    return { refused: 'edit.refused.roleInUse', params: { role, count } };
  }
  const moved = document.all('post').find(({ role, level }) => {
    const now = after.get(role);
    const was = before.schemes.roles.find(({ key }) => key === role);
    return now && was && was.level === level && now.level !== level;
  });
  if (moved) {
    const role = names.get(moved.role) ?? moved.role;
    return { refused: 'edit.refused.roleMoved', params: { role } };
  }
  const updated = updateProject(document, project);
  if ('refused' in updated || gone.length === 0) return updated;
  for (const post of gone) updated.patch.removed[post.id] = post;
  return { ...updated, label: { key: 'edit.dropRoles', params: { count: gone.length } } };
};
