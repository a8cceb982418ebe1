import type { MultiPolygon, Polygon, Position } from 'geojson';
import { boundsOf } from '#shared/geo/bounds.ts';
import { placeKey } from './border-change.ts';
import { liesOn, visitEdgesNear } from './on-border.ts';
import { placesAmong } from './place-map.ts';

type Area = Polygon | MultiPolygon;

/**
 * Vertices of any of the areas that lie inside an edge which begins or ends at one of `places`: corners
 * that a neighbour has on a straight border and that its other side lacks. Before such an edge changes
 * both sides must have them.
 */
export function cornersAlong(areas: readonly Area[], places: readonly Position[]): Position[] {
  const known = placesAmong(places);
  const edges: [Position, Position][] = [];
  const box = boundsOf(places);
  for (const area of areas) {
    visitEdgesNear(area, box, (a, b) => {
      if (known.has(a) || known.has(b)) edges.push([a, b]);
    });
  }
  const around = boundsOf(edges.flat());
  const found = new Map<string, Position>();
  const offer = (at: Position) => {
    const key = placeKey(at);
    if (known.has(at) || found.has(key)) return;
    if (edges.some((edge) => liesOn([at, at], edge))) found.set(key, at);
  };
  for (const area of areas) {
    visitEdgesNear(area, around, (a, b) => {
      offer(a);
      offer(b);
    });
  }
  // Ends of edges lie on them too, but add nothing.
  return [...found.values()];
}
