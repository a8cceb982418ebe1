import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { adoptTemplate } from '#shared/model/templates/adopt-template.ts';
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
  const used = new Set(document.all('post').map((post) => post.role));
  const roles = adoptTemplate(chosen, project.schemes.roles, (role) => used.has(role));
  const put = putPatch(document, [{ ...project, schemes: { ...project.schemes, roles } }]);
  if ('refused' in put) return put;
  return { patch: put.patch, label: { key: 'edit.chainTemplate', params: {} }, selection: [] };
};
