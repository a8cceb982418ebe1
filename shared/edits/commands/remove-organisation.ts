import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/**
 * Removes a unit. What it had, units below, people and posts held in its name, goes to the unit above;
 * at the top of the tree the units below stand alone, and people and posts are without a unit.
 */
export const removeOrganisation: Command<{ id: string }> = (document, { id }) => {
  const unit = document.find('organisation', id);
  if (!unit) return { refused: 'edit.refused.missing' };
  const above = document.find('organisation', unit.parentId ?? '');
  const heir = above && above.id !== id ? above.id : null;
  const moved: AnyRecord[] = [
    ...document
      .all('organisation')
      .filter((below) => below.parentId === id && below.id !== id)
      .map((below) => ({ ...below, parentId: heir })),
    ...document
      .all('person')
      .filter((person) => person.organisationId === id)
      .map((person) => ({ ...person, organisationId: heir })),
    ...document
      .all('post')
      .filter((post) => post.organisationId === id)
      .map((post) => ({ ...post, organisationId: heir })),
  ];
  const put = moved.length > 0 ? putPatch(document, moved) : null;
  if (put && 'refused' in put) return put;
  return {
    patch: { added: {}, updated: put?.patch.updated ?? {}, removed: { [id]: unit } },
    label: { key: 'edit.roster.removeUnit', params: { unit: unit.name } },
    selection: heir === null ? [] : [heir],
  };
};
