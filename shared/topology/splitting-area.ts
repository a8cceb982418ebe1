import type { Overlay } from './overlay-coverage.ts';
import { edgeArea } from './ring-area.ts';

/**
 * What splitting the residue's edges changes in the areas, in m². On the sphere the trapezoid sum of
 * an edge and of its pieces differ (by up to metres squared for edges of kilometres), and so do the
 * areas of zones and of the faces cut from them. On a plane pieces add up: 0.
 */
export function splittingArea({ grid, arrangement }: Overlay): number {
  if (grid.planar) return 0;
  const { segments, noded } = arrangement;
  let sum = 0;
  for (let s = 0; s < segments.count; s++) {
    const first = noded.pieceStart[s]!;
    const end = noded.pieceStart[s + 1]!;
    if (end - first < 2 || segments.weight[s] === 0) continue;
    const ax = segments.ax[s]!;
    const ay = segments.ay[s]!;
    const bx = segments.bx[s]!;
    const by = segments.by[s]!;
    let pieces = 0;
    // Pieces are summed in the segment's own direction, whichever way they are stored.
    for (let i = first; i < end; i++) {
      const k = noded.pieceOf[i]!;
      const u = noded.from[k]!;
      const v = noded.to[k]!;
      const forward =
        (noded.x[v]! - noded.x[u]!) * (bx - ax) + (noded.y[v]! - noded.y[u]!) * (by - ay) > 0;
      const area = edgeArea(grid, noded.x[u]!, noded.y[u]!, noded.x[v]!, noded.y[v]!);
      pieces += forward ? area : -area;
    }
    sum += (edgeArea(grid, ax, ay, bx, by) - pieces) * segments.weight[s]!;
  }
  return sum;
}
