import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { Team } from '#shared/model/team.ts';

/** Adds an emergency team. */
export const setUpTeam: Command<{ newId: string } & Omit<Team, 'kind' | 'id'>> = (
  document,
  { newId, ...fields },
) => {
  if (document.all('team').some(({ name }) => name === fields.name.trim())) {
    return { refused: 'edit.chainRefused.teamName', params: { name: fields.name } };
  }
  const put = putPatch(document, [{ kind: 'team', id: newId, ...fields }]);
  if ('refused' in put) return put;
  const label = { key: 'edit.chain.team', params: { name: fields.name.trim() } };
  return { patch: put.patch, label, selection: [newId] };
};
