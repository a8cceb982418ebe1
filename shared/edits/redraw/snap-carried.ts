import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { type SnapTarget, snapTo } from '#shared/topology/redraw/snap.ts';
import { snapParties, unitParties } from './snap-parties.ts';

/** What something that the pointer carries is drawn to. */
export interface Drawing {
  snap: SnapTarget;
  /** Where the pointer would have to be for that, on the grid. */
  position: LonLat;
}

const kinds: readonly SnapTarget['kind'][] = ['vertex', 'crossing', 'edge'];

/**
 * What the pointer, or places that it carries along, is drawn to within `reach` (degrees east and north):
 * a vertex before a crossing before an edge, and the nearest of several. Null for nothing.
 * @param carried how far from the pointer the places are, degrees east and north on the grid
 * Base units, where they can be seen, come after all else.
 * @param without vertices that count for nothing, with all edges that end there
 */
export function snapCarried(
  document: DocumentView,
  [x, y]: LonLat,
  reach: readonly [east: number, north: number],
  without: readonly LonLat[],
  carried: readonly LonLat[] = [[0, 0]],
  seesBaseUnits = false,
): Drawing | null {
  const drawnTo = (parties: typeof snapParties) =>
    bestOf(parties, document, [x, y], reach, without, carried);
  return drawnTo(snapParties) ?? (seesBaseUnits ? drawnTo(unitParties) : null);
}

function bestOf(
  parties: typeof snapParties,
  document: DocumentView,
  [x, y]: LonLat,
  reach: readonly [east: number, north: number],
  without: readonly LonLat[],
  carried: readonly LonLat[],
): Drawing | null {
  const [east, north] = reach;
  let best: Drawing | null = null;
  let least = Infinity;
  for (const [dx, dy] of carried) {
    const at: LonLat = [x + dx, y + dy];
    const box = [at[0] - east, at[1] - north, at[0] + east, at[1] + north] as const;
    const snap = snapTo(parties(document, [...box]), at, reach, without);
    if (!snap) continue;
    const away = Math.hypot((snap.at[0] - at[0]) / east, (snap.at[1] - at[1]) / north);
    // Nothing is farther away than the reach, so that the kind comes first.
    const rank = kinds.indexOf(snap.kind) * 2 + away;
    if (rank >= least) continue;
    least = rank;
    best = {
      snap,
      position: [
        fromGrid(toGrid(snap.at[0]) - toGrid(dx)),
        fromGrid(toGrid(snap.at[1]) - toGrid(dy)),
      ],
    };
  }
  return best;
}
