import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** The record with another parent; null where it can have none of that kind. */
function withParent(child: AnyRecord, parent: AnyRecord): AnyRecord | null {
  if (child.kind === 'community' && parent.kind === 'street') {
    return { ...child, streetId: parent.id };
  }
  const isPlace = parent.kind === 'street' || parent.kind === 'community';
  return child.kind === 'zone' && isPlace ? { ...child, parentId: parent.id } : null;
}

/** Makes a zone belong to another community or street, or a community to another street. */
export const changeParent: Command<{ childId: string; parentId: string }> = (document, args) => {
  const child = document.get(args.childId);
  const parent = document.get(args.parentId);
  const changed = child && parent && withParent(child, parent);
  if (!changed || !('name' in child) || !('name' in parent)) {
    return { refused: 'edit.refused.missing' };
  }
  const put = putPatch(document, [changed]);
  if ('refused' in put) return put;
  return {
    patch: put.patch,
    label: {
      key: 'edit.levels.change-parent',
      params: { title: child.name, parent: parent.name },
    },
    selection: [child.id],
  };
};
