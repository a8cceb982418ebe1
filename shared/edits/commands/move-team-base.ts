import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** Moves the base of an emergency team to [longitude, latitude] in degrees. */
export const moveTeamBase: Command<{ teamId: string; base: LonLat }> = (
  document,
  { teamId, base },
) => {
  const team = document.find('team', teamId);
  if (!team) return { refused: 'edit.refused.missing' };
  const put = putPatch(document, [{ ...team, base }]);
  if ('refused' in put) return put;
  const label = { key: 'edit.chain.base', params: { name: team.name } };
  return { patch: put.patch, label, selection: [teamId] };
};
