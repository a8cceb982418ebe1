import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import { placeKey } from './border-change.ts';
import { liesOn } from './on-border.ts';
import { placesAmong } from './place-map.ts';

type Area = Polygon | MultiPolygon;

const margin = fromGrid(2);

/**
 * Vertices of any of the areas that lie inside an edge which begins or ends at one of `places`: corners
 * that a neighbour has on a straight border and that its other side lacks. Before such an edge changes
 * both sides must have them.
 */
export function cornersAlong(areas: readonly Area[], places: readonly Position[]): Position[] {
  const known = placesAmong(places);
  const edges: [Position, Position][] = [];
  for (const ring of areas.flatMap((area) => polygonsOf(area).flat())) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      if (known.has(a) || known.has(b)) edges.push([a, b]);
    }
  }
  const [west, south, east, north] = boundsOf(edges.flat());
  const found = new Map<string, Position>();
  for (const ring of areas.flatMap((area) => polygonsOf(area).flat())) {
    for (const at of ring) {
      const [x = 0, y = 0] = at;
      if (x < west - margin || x > east + margin) continue;
      if (y < south - margin || y > north + margin) continue;
      const key = placeKey(at);
      if (known.has(at) || found.has(key)) continue;
      if (edges.some((edge) => liesOn([at, at], edge))) found.set(key, at);
    }
  }
  // Ends of edges lie on them too, but add nothing.
  return [...found.values()];
}
