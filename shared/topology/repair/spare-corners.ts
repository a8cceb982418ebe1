import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { orientation } from '#shared/topology/orientation.ts';
import { GridPoints } from './grid-points.ts';
import type { Vertex } from './snapped-pieces.ts';

/** New polygons of a party, each as closed rings. */
export type PartyPolygons = Vertex[][][];

/** Visits each corner of polygons with the one before and the one after it. */
function eachCorner(
  polygons: PartyPolygons,
  visit: (before: Vertex, corner: Vertex, after: Vertex) => void,
): void {
  for (const ring of polygons.flat()) {
    const count = ring.length - 1;
    for (let i = 0; i < count; i++) {
      visit(ring[(i + count - 1) % count]!, ring[i]!, ring[i + 1]!);
    }
  }
}

/** Those of `points` at which a party has a corner of its own that does not go. */
function markCorners(
  rings: CoverageRings,
  points: GridPoints,
  stays: (party: number) => boolean,
  needed: GridPoints,
): void {
  const index = points.indexFrom(0);
  const { x, y, ringStart, ringBox, ringParty } = rings;
  for (let r = 0; r < ringParty.length; r++) {
    if (!stays(ringParty[r]!)) continue;
    const b = 4 * r;
    if (!index.collides(ringBox[b]!, ringBox[b + 1]!, ringBox[b + 2]!, ringBox[b + 3]!)) continue;
    for (let v = ringStart[r]!; v < ringStart[r + 1]! - 1; v++) {
      if (points.find(x[v]!, y[v]!) !== -1) needed.add(x[v]!, y[v]!);
    }
  }
}

/**
 * Takes corners out of new polygons that mean nothing any more: hot points on a straight stretch
 * where no party turns and none that stays as it was has a corner. All parties lose them together,
 * so borders stay the same line for both sides.
 * @param stays whether a party keeps all corners that it had
 */
export function withoutSpareCorners(
  news: ReadonlyMap<string, PartyPolygons>,
  rings: CoverageRings,
  hot: GridPoints,
  stays: (party: number) => boolean,
): Map<string, PartyPolygons> {
  const straight = new GridPoints();
  const needed = new GridPoints();
  for (const polygons of news.values()) {
    eachCorner(polygons, (before, corner, after) => {
      if (hot.find(...corner) === -1) return;
      const isStraight = orientation(...before, ...corner, ...after) === 0;
      (isStraight ? straight : needed).add(...corner);
    });
  }
  if (straight.size === 0) return new Map(news);
  markCorners(rings, straight, stays, needed);
  const isSpare = (corner: Vertex): boolean =>
    straight.find(...corner) !== -1 && needed.find(...corner) === -1;
  return new Map(
    [...news].map(([id, polygons]) => [
      id,
      polygons.map((list) =>
        list.map((ring) => {
          const open = ring.slice(0, -1).filter((corner) => !isSpare(corner));
          return [...open, open[0]!];
        }),
      ),
    ]),
  );
}
