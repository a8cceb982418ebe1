import Flatbush from 'flatbush';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import type { GridPoints } from './grid-points.ts';
import { passesPixel } from './hot-pixel.ts';

/** Numbers of the hot points inside an edge, in its direction, by the edge's number. */
export type Routes = Map<number, number[]>;

/**
 * Leads every edge that passes through the pixel of a hot point through that point (snap rounding).
 * Edges that met near a hot point then meet in it; edges that lay on each other still do; and none
 * comes to lie on the other side of a vertex, because all vertices in whose pixels a bent edge comes
 * are made hot as well: `hot` grows. Edges far from all hot points stay as they are. Edges of parties
 * that do not bend have routes too, for those who come to share their line.
 */
export function routeEdges(
  rings: CoverageRings,
  hot: GridPoints,
  bends: (party: number) => boolean,
): Routes {
  const { x, y, ringStart, ringBox } = rings;
  const ringCount = rings.ringParty.length;
  const routes: Routes = new Map();
  /** Rings whose box comes near anything in the index. */
  const ringsAt = (
    index: Flatbush,
    visit: (start: number, end: number, r: number) => void,
  ): void => {
    for (let r = 0; r < ringCount; r++) {
      const b = 4 * r;
      const near = index.collides(
        ringBox[b]! - 1,
        ringBox[b + 1]! - 1,
        ringBox[b + 2]! + 1,
        ringBox[b + 3]! + 1,
      );
      if (near) visit(ringStart[r]!, ringStart[r + 1]! - 1, r);
    }
  };
  let done = 0;
  while (done < hot.size) {
    const first = done;
    done = hot.size;
    const points = hot.indexFrom(first);
    const bent = new Set<number>();
    ringsAt(points, (start, end, r) => {
      const isBent = bends(rings.ringParty[r]!);
      for (let e = start; e < end; e++) {
        const ax = x[e]!;
        const ay = y[e]!;
        const bx = x[e + 1]!;
        const by = y[e + 1]!;
        points.search(
          Math.min(ax, bx) - 1,
          Math.min(ay, by) - 1,
          Math.max(ax, bx) + 1,
          Math.max(ay, by) + 1,
          (i) => {
            const p = first + i;
            const px = hot.x[p]!;
            const py = hot.y[p]!;
            if ((px === ax && py === ay) || (px === bx && py === by)) return false;
            if (!passesPixel(ax, ay, bx, by, px, py)) return false;
            const through = routes.get(e);
            if (through) through.push(p);
            else routes.set(e, [p]);
            if (isBent) bent.add(e);
            return false;
          },
        );
      }
    });
    if (bent.size === 0) break;
    const edges = [...bent];
    const boxes = new Flatbush(edges.length, 16, Int32Array);
    for (const e of edges) {
      boxes.add(
        Math.min(x[e]!, x[e + 1]!),
        Math.min(y[e]!, y[e + 1]!),
        Math.max(x[e]!, x[e + 1]!),
        Math.max(y[e]!, y[e + 1]!),
      );
    }
    boxes.finish();
    ringsAt(boxes, (start, end) => {
      for (let v = start; v < end; v++) {
        const px = x[v]!;
        const py = y[v]!;
        boxes.search(px - 1, py - 1, px + 1, py + 1, (i) => {
          const e = edges[i]!;
          if (passesPixel(x[e]!, y[e]!, x[e + 1]!, y[e + 1]!, px, py)) hot.add(px, py);
          return false;
        });
      }
    });
  }
  for (const [e, through] of routes) {
    const dx = Math.sign(x[e + 1]! - x[e]!);
    const dy = Math.sign(y[e + 1]! - y[e]!);
    // Along an edge both coordinates only grow or only shrink.
    const along = (p: number): number => hot.x[p]! * dx + hot.y[p]! * dy;
    through.sort((p, q) => along(p) - along(q));
  }
  return routes;
}
