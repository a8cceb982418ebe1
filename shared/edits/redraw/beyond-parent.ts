import type { Refusal } from './refusal.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { CutPiece } from '#shared/topology/redraw/divide-ground.ts';
import { edgeIndexOf } from '#shared/topology/redraw/on-border.ts';

/**
 * The refusal to give a zone ground beyond its community or street; null when all of it lies inside,
 * or the zone belongs to none. Ground that was beyond before goes on being told by the checks.
 */
export function beyondParent(
  document: DocumentView,
  pieces: readonly CutPiece[],
  receivers: readonly (Zone | null)[],
): Refusal | null {
  for (const [i, piece] of pieces.entries()) {
    const zone = receivers[i];
    const parent = zone?.parentId ? document.get(zone.parentId) : undefined;
    if (!zone || (parent?.kind !== 'community' && parent?.kind !== 'street')) continue;
    const ground = edgeIndexOf(parent.geometry);
    const [x = 0, y = 0] = piece.place;
    if (ground.locate(toGrid(x), toGrid(y)) !== 'outside') continue;
    return {
      refused: 'edit.redraw.refused.beyondParent',
      params: { zone: zone.name, parent: parent.name },
    };
  }
  return null;
}
