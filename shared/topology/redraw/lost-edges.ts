import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import { placeKey } from './border-change.ts';

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
  const kept = new Set<string>();
  for (const ring of rings) {
    let last = placeKey(ring[0]!);
    for (let i = 1; i < ring.length; i++) {
      const next = placeKey(ring[i]!);
      kept.add(edgeKey(last, next));
      last = next;
    }
  }
  const gone: Edge[] = [];
  for (const ring of polygonsOf(before).flat()) {
    let last = placeKey(ring[0]!);
    for (let i = 1; i < ring.length; i++) {
      const next = placeKey(ring[i]!);
      if (!kept.has(edgeKey(last, next))) gone.push([ring[i - 1]!, ring[i]!]);
      last = next;
    }
  }
  if (gone.length === 0) return gone;
  const places = new Map<string, { ring: Position[]; index: number }[]>();
  const starts = new Set(gone.map(([a]) => placeKey(a)));
  for (const ring of rings) {
    for (let index = 0; index < ring.length - 1; index++) {
      const key = placeKey(ring[index]!);
      if (!starts.has(key)) continue;
      const list = places.get(key);
      if (list) list.push({ ring, index });
      else places.set(key, [{ ring, index }]);
    }
  }
  return gone.filter(
    (edge) =>
      !places
        .get(placeKey(edge[0]))
        ?.some(
          ({ ring, index }) => leadsTo(ring, index, 1, edge) || leadsTo(ring, index, -1, edge),
        ),
  );
}
