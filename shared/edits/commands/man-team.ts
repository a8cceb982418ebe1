import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';

/** Adds people to an emergency team; those who are in it already stay. */
export const manTeam: Command<{ teamId: string; personIds: readonly string[] }> = (
  document,
  { teamId, personIds },
) => {
  const team = document.find('team', teamId);
  if (!team || personIds.some((id) => !document.find('person', id))) {
    return { refused: 'edit.refused.missing' };
  }
  const memberIds = [...new Set([...team.memberIds, ...personIds])];
  const put = putPatch(document, [{ ...team, memberIds }]);
  if ('refused' in put) return put;
  const params = { name: team.name, count: memberIds.length - team.memberIds.length };
  return { patch: put.patch, label: { key: 'edit.chain.man', params }, selection: [teamId] };
};
