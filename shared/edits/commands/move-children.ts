import type { Command } from '#shared/edits/command.ts';
import { type Shift, shiftParams, shiftRecords } from '#shared/edits/repair/shift-records.ts';

/** Moves all streets of the district, or all communities of a street, drawn in another system. */
export const moveChildren: Command<Shift & { parentId: string }> = (document, args) => {
  const parent = document.find('district', args.parentId) ?? document.find('street', args.parentId);
  if (!parent) return { refused: 'edit.refused.missing' };
  const children =
    parent.kind === 'district'
      ? document.all('street')
      : document.all('community').filter(({ streetId }) => streetId === parent.id);
  if (children.length === 0) return { refused: 'edit.refused.missing' };
  const put = shiftRecords(document, children, parent.geometry, args);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: {
      key: 'edit.levels.move-children',
      params: { title: parent.name, ...shiftParams(args) },
    },
    selection: [parent.id],
  };
};
