import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { phoneFault } from '#shared/model/phone-fault.ts';
import type { Team } from '#shared/model/team.ts';
import { phoneRefusals } from '#shared/edits/roster/phone-refusals.ts';

/** Adds an emergency team or changes one: base, transport, phone, members. */
export const putTeam: Command<Omit<Team, 'kind'>> = (document, fields) => {
  const team: Team = {
    kind: 'team',
    ...fields,
    phone: fields.phone.trim(),
    memberIds: [...new Set(fields.memberIds)],
  };
  if (team.name.trim() === '') return { refused: 'edit.rosterRefused.noTeamName' };
  const fault = phoneFault(team.phone);
  if (fault) return { refused: phoneRefusals[fault], params: { phone: team.phone } };
  if (team.memberIds.some((id) => !document.find('person', id))) {
    return { refused: 'edit.refused.missing' };
  }
  const put = putPatch(document, [team]);
  if ('refused' in put) return put;
  const key = put.patch.added[team.id] ? 'edit.add' : 'edit.change';
  return {
    patch: put.patch,
    label: { key, params: { title: team.name } },
    selection: [team.id],
  };
};
