import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { placeKey } from './border-change.ts';
import { withCorners } from './with-corners.ts';

type Area = Polygon | MultiPolygon;
type Edge = [a: Position, b: Position];

function* edgesOf(area: Area): Generator<{ key: string; edge: Edge }> {
  for (const ring of polygonsOf(area).flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      const [p, q] = [placeKey(a), placeKey(b)];
      yield { key: p < q ? `${p} ${q}` : `${q} ${p}`, edge: [a, b] };
    }
  }
}

/**
 * Edges of an area that it has no longer after a change. An edge that has only gained corners on it,
 * to half a step of the grid, is no change: the border stands where it stood.
 */
export function lostEdges(before: Area, after: Area | null): Edge[] {
  const kept = new Set<string>();
  if (after) for (const { key } of edgesOf(after)) kept.add(key);
  const lost = [...edgesOf(before)].filter(({ key }) => !kept.has(key)).map(({ edge }) => edge);
  if (!after || lost.length === 0) return lost;
  // New corners on the old border, as far as they are: then its pieces are there.
  const had = new Set(polygonsOf(before).flat(2).map(placeKey));
  const news = polygonsOf(after)
    .flat(2)
    .filter((at) => !had.has(placeKey(at)));
  if (news.length === 0) return lost;
  return lost.filter(([a, b]) => {
    const line: Polygon = { type: 'Polygon', coordinates: [[a, b]] };
    const [divided = []] = withCorners(line, news).coordinates;
    if (divided.length === 2) return true;
    for (const { key } of edgesOf({ type: 'Polygon', coordinates: [divided] })) {
      if (!kept.has(key)) return true;
    }
    return false;
  });
}
