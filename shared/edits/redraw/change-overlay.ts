import type { Patch } from '#shared/edits/patch.ts';
import { putPatch } from '#shared/edits/put-patch.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { defectGrowth } from './defect-growth.ts';
import type { Refusal } from './refusal.ts';

/** Growth of a fault that counts (m²): its ground alone changes, and no border is rounded to another. */
const leastM2 = 1e-4;

/**
 * The patch that draws a 条 or 点, or gives it another shape. They lie over blocks, so nothing else changes; but where
 * two of a kind would come over the same ground, one would leave the district, or ground that had only
 * this one would be left bare, it is refused unless it may be.
 */
export function changeOverlay(
  document: DocumentView,
  next: Zone,
  allowInvalid: boolean,
): { patch: Patch } | Refusal {
  const put = putPatch(document, [next]);
  if ('refused' in put) return put;
  const after = put.patch.added[next.id] ?? put.patch.updated[next.id]?.[1];
  if (after?.kind !== 'zone' || !zoneGround(after)) {
    return { refused: 'edit.redraw.refused.noShape', params: { zone: next.name } };
  }
  if (allowInvalid) return put;
  const { overlapId, leavesGround } = defectGrowth(document, put.patch, leastM2);
  if (overlapId !== null) {
    const other = document.find('zone', overlapId) ?? next;
    return overlapId === next.id
      ? { refused: 'edit.redraw.refused.leavesDistrict', params: { zone: next.name } }
      : { refused: 'edit.redraw.refused.overlaps', params: { zone: other.name } };
  }
  return leavesGround ? { refused: 'edit.redraw.refused.opensGap' } : put;
}
