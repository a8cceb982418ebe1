import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { ChainRules } from '#shared/model/chain-rules.ts';

/** Changes within how many minutes a team has to be at each point, and what that is reckoned with. */
export const changeReach: Command<Partial<ChainRules['reach']>> = (document, changes) => {
  const [project] = document.all('project');
  if (!project) return { refused: 'edit.refused.missing' };
  const chain = { ...project.chain, reach: { ...project.chain.reach, ...changes } };
  const put = putPatch(document, [{ ...project, chain }]);
  if ('refused' in put) return put;
  return { patch: put.patch, label: { key: 'edit.chain.reach', params: {} }, selection: [] };
};
