import type { Command } from '#shared/edits/command.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/** The record under another parent; null when it cannot stand there. */
function under(record: AnyRecord | undefined, parent: AnyRecord): AnyRecord | null {
  switch (record?.kind) {
    case 'zone':
      return parent.kind === 'community' || parent.kind === 'street'
        ? { ...record, parentId: parent.id }
        : null;
    case 'community':
      return parent.kind === 'street' ? { ...record, streetId: parent.id } : null;
    case 'street':
      return parent.kind === 'district' ? { ...record, districtId: parent.id } : null;
    default:
      return null;
  }
}

/** Tells what a place belongs to: a zone to a community or street, a community to a street, a street to the district. */
export const chooseParent: Command<{ placeId: string; parentId: string }> = (
  document,
  { placeId, parentId },
) => {
  const place = document.get(placeId);
  const parent = document.get(parentId);
  if (!place || !('name' in place) || !parent || !('name' in parent)) {
    return { refused: 'edit.refused.missing' };
  }
  const params = { place: place.name, parent: parent.name };
  const moved = under(place, parent);
  if (!moved) return { refused: 'edit.chainRefused.notAbove', params };
  const put = putPatch(document, [moved]);
  if ('refused' in put) return put;
  return { patch: put.patch, label: { key: 'edit.chain.parent', params }, selection: [placeId] };
};
