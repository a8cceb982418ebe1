import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import { placeKey } from './border-change.ts';
import { placesAmong, PlaceMap } from './place-map.ts';

type Area = Polygon | MultiPolygon;
type Edge = [a: Position, b: Position];

/** How far off a straight edge rounding to the grid may set its corners, after several edits: 2 cm. */
const noise = fromGrid(2);

const edgeKey = (p: string, q: string): string => (p < q ? `${p} ${q}` : `${q} ${p}`);

/** Whether a ring goes on from vertex `start` to b, one way, with no vertex off the edge a–b. */
function leadsTo(ring: readonly Position[], start: number, way: 1 | -1, [a, b]: Edge): boolean {
  const count = ring.length - 1;
  for (let step = 1; step < count; step++) {
    const at = ring[(start + way * step + count * count) % count]!;
    if (at[0] === b[0] && at[1] === b[1]) return true;
    if (pointSegmentDistance(at, a, b) > noise) return false;
  }
  return false;
}

/**
 * Edges of an area that it has no longer after a change. An edge that has only gained corners, within
 * two steps of the grid, is no change: the border stands where it stood.
 */
export function lostEdges(before: Area, after: Area | null): Edge[] {
  const rings = after ? polygonsOf(after).flat() : [];
  const gone = goneEdges(polygonsOf(before).flat(), rings);
  if (gone.length === 0) return gone;
  const starts = new PlaceMap<{ ring: Position[]; index: number }[]>(
    gone.map(([a]): [Position, []] => [a, []]),
  );
  for (const ring of rings) {
    for (let index = 0; index < ring.length - 1; index++) {
      starts.get(ring[index]!)?.push({ ring, index });
    }
  }
  return gone.filter(
    (edge) =>
      !starts
        .get(edge[0])
        ?.some(
          ({ ring, index }) => leadsTo(ring, index, 1, edge) || leadsTo(ring, index, -1, edge),
        ),
  );
}

const same = ([x, y]: Position, [x2, y2]: Position): boolean => x === x2 && y === y2;

/** Edges of some rings that others do not have, in either direction. */
function goneEdges(rings: readonly Position[][], others: readonly Position[][]): Edge[] {
  const left = rings.flatMap((ring, i) => edgesApart(ring, others[i] ?? []));
  if (left.length === 0) return left;
  const ends = placesAmong(left.map(([a]) => a));
  const kept = new Set<string>();
  for (const ring of others) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      // Most edges begin and end where none of those does.
      if (ends.has(a) || ends.has(b)) kept.add(edgeKey(placeKey(a), placeKey(b)));
    }
  }
  return left.filter(([a, b]) => !kept.has(edgeKey(placeKey(a), placeKey(b))));
}

/** Edges of a ring between what it has in common with another at its begin and at its end. */
function edgesApart(ring: readonly Position[], other: readonly Position[]): Edge[] {
  const shorter = Math.min(ring.length, other.length);
  let head = 0;
  while (head < shorter && same(ring[head]!, other[head]!)) head++;
  let tail = 0;
  while (tail < shorter && same(ring.at(-1 - tail)!, other.at(-1 - tail)!)) tail++;
  const edges: Edge[] = [];
  for (let i = Math.max(1, head); i < ring.length; i++) {
    if (i > ring.length - tail) break;
    edges.push([ring[i - 1]!, ring[i]!]);
  }
  return edges;
}
