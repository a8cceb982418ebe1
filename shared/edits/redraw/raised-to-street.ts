import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { BandedArea } from '#shared/geo/banded-area.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { edgeIndexOf } from '#shared/topology/redraw/on-border.ts';

/** What the rounding of a corner may move it, in steps of the grid. */
const noise = 2;

function isBeyond(ground: BandedArea, x: number, y: number): boolean {
  const steps = [0, -noise, noise];
  return steps.every((dx) => steps.every((dy) => ground.locate(x + dx, y + dy) === 'outside'));
}

/**
 * A patch in which blocks that come to reach beyond their community belong to its street instead, as zones
 * do that lie in several communities. What a patch does not change stays where it belongs.
 */
export function raisedToStreet(document: DocumentView, patch: Patch): Patch {
  const raise = (record: AnyRecord): AnyRecord => {
    if (record.kind !== 'zone' || record.shape !== 'block' || record.parentId === null)
      return record;
    const community = document.find('community', record.parentId);
    if (!community || community.streetId === null) return record;
    const own = edgeIndexOf(community.geometry);
    const reaches = polygonsOf(record.geometry)
      .flat(2)
      .some(([x = 0, y = 0]) => isBeyond(own, toGrid(x), toGrid(y)));
    return reaches ? { ...record, parentId: community.streetId } : record;
  };
  const raised: Patch = { ...emptyPatch(), removed: patch.removed };
  for (const [id, record] of Object.entries(patch.added)) raised.added[id] = raise(record);
  for (const [id, [from, to]] of Object.entries(patch.updated))
    raised.updated[id] = [from, raise(to)];
  return raised;
}
