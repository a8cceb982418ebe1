import type { EditLabel } from '#shared/edits/audit.ts';
import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import { unitFault } from '#shared/edits/roster/unit-fault.ts';
import type { Organisation } from '#shared/model/organisation.ts';

/** Changes a unit's name, kind or categories, or moves it with all below it under another. */
export const changeOrganisation: Command<{
  id: string;
  changes: Partial<Omit<Organisation, 'kind' | 'id'>>;
}> = (document, { id, changes }) => {
  const before = document.find('organisation', id);
  if (!before) return { refused: 'edit.refused.missing' };
  const unit = { ...before, ...changes };
  const fault = unitFault(document, unit);
  if (fault) return fault;
  const put = putPatch(document, [unit]);
  if ('refused' in put) return put;
  return { patch: put.patch, label: labelOf(), selection: [id] };

  function labelOf(): EditLabel {
    if (unit.parentId === before?.parentId) {
      return { key: 'edit.change', params: { title: before.name } };
    }
    const parent = document.find('organisation', unit.parentId ?? '')?.name;
    return parent === undefined
      ? { key: 'edit.roster.moveUnitUp', params: { unit: unit.name } }
      : { key: 'edit.roster.moveUnit', params: { unit: unit.name, parent } };
  }
};
