import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import { PlaceMap } from './place-map.ts';
import { changedPart, ringChange, samePosition } from './ring-change.ts';

type Area = Polygon | MultiPolygon;
type Edge = [a: Position, b: Position];

/** How far off a straight edge rounding to the grid may set its corners, after several edits: 2 cm. */
const noise = fromGrid(2);

/** Whether a position comes right before or after another in a ring, be it closed or not. */
const isBeside = (ring: readonly Position[], index: number, at: Position): boolean =>
  [ring[index - 1], ring[index + 1]].some((beside) => beside && samePosition(beside, at));

/** Whether a ring goes on from vertex `start` to b, one way, with no vertex off the edge a–b. */
function leadsTo(ring: readonly Position[], start: number, way: 1 | -1, [a, b]: Edge): boolean {
  const count = ring.length - 1;
  // The last position is the first one again.
  if (start === count) return false;
  for (let step = 1; step < count; step++) {
    const at = ring[(start + way * step + count * count) % count]!;
    if (at[0] === b[0] && at[1] === b[1]) return true;
    if (pointSegmentDistance(at, a, b) > noise) return false;
  }
  return false;
}

/** Edges of rings where these are otherwise than the ring of the same number among others. */
function edgesApart(rings: readonly Position[][], others: readonly Position[][]): Edge[] {
  return rings.flatMap((ring, i) => {
    if (ring === others[i]) return [];
    const part = changedPart(ringChange(ring, others[i] ?? []), 'before');
    return part.slice(1).map((b, k): Edge => [part[k]!, b]);
  });
}

/**
 * Edges of an area that it has no longer after a change. An edge that has only gained corners, within
 * two steps of the grid, is no change: the border stands where it stood.
 */
export function lostEdges(before: Area, after: Area | null): Edge[] {
  const rings = after ? polygonsOf(after).flat() : [];
  const apart = edgesApart(polygonsOf(before).flat(), rings);
  if (apart.length === 0) return apart;
  // Where rings come to the begin of such an edge: the vertices of the others are only looked over.
  const starts = new PlaceMap<{ ring: Position[]; index: number }[]>(
    apart.map(([a]): [Position, []] => [a, []]),
  );
  for (const ring of rings) {
    for (let index = 0; index < ring.length; index++) {
      starts.get(ring[index]!)?.push({ ring, index });
    }
  }
  return apart.filter(
    (edge) =>
      !starts
        .get(edge[0])
        ?.some(
          ({ ring, index }) =>
            isBeside(ring, index, edge[1]) ||
            leadsTo(ring, index, 1, edge) ||
            leadsTo(ring, index, -1, edge),
        ),
  );
}
