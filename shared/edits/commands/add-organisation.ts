import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { unitFault } from '#shared/edits/roster/unit-fault.ts';
import type { Organisation } from '#shared/model/organisation.ts';

type NewUnit = Omit<Organisation, 'kind' | 'id'> & { newId: string };

/** Adds a unit to the tree. */
export const addOrganisation: Command<NewUnit> = (document, { newId, ...rest }) => {
  const unit: Organisation = { kind: 'organisation', id: newId, ...rest };
  const fault = unitFault(document, unit);
  if (fault) return fault;
  const put = putPatch(document, [unit]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: { key: 'edit.roster.addUnit', params: { unit: unit.name } },
    selection: [newId],
  };
};
