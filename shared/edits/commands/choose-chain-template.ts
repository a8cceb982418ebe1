import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { type ChainTemplate, chainTemplates } from '#shared/model/templates/roles.ts';

/**
 * Makes the roles of a template those of the project. Roles that posts still name are kept, no
 * longer required, so that nobody loses a post; limits of roles that stay are kept too.
 */
export const chooseChainTemplate: Command<{ template: ChainTemplate['key'] }> = (
  document,
  { template },
) => {
  const project = document.all('project')[0];
  const chosen = chainTemplates.find(({ key }) => key === template);
  if (!project || !chosen) return { refused: 'edit.refused.missing' };
  const before = new Map(project.schemes.roles.map((role) => [role.key, role]));
  const used = new Set(document.all('post').map((post) => post.role));
  const wanted = new Set(chosen.roles.map((role) => role.key));
  const roles = [
    ...chosen.roles.map((role) => {
      const limits = before.get(role.key)?.limits;
      return limits ? { ...role, limits } : role;
    }),
    ...project.schemes.roles
      .filter((role) => used.has(role.key) && !wanted.has(role.key))
      .map((role) => ({ ...role, required: false })),
  ];
  const put = putPatch(document, [{ ...project, schemes: { ...project.schemes, roles } }]);
  if ('refused' in put) return put;
  return { patch: put.patch, label: { key: 'edit.chainTemplate', params: {} }, selection: [] };
};
