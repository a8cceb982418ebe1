import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { LoadMeasure } from '#shared/model/chain-fix.ts';

/** Raises what one person may answer for in a role. */
export const raiseLimit: Command<{ role: string; measure: LoadMeasure; to: number }> = (
  document,
  { role: key, measure, to },
) => {
  const [project] = document.all('project');
  const role = project?.schemes.roles.find((one) => one.key === key);
  if (!project || !role) return { refused: 'edit.refused.missing' };
  const limits = { ...role.limits, [measure]: to };
  const roles = project.schemes.roles.map((one) => (one === role ? { ...role, limits } : one));
  const put = putPatch(document, [{ ...project, schemes: { ...project.schemes, roles } }]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.chain.limit', params: { role: role.name, to } },
    selection: [],
  };
};
