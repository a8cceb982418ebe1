import { hasRings, ringsOf } from '#shared/edits/vertices.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';

/** [west, south, east, north] in degrees. */
export type Window = readonly [number, number, number, number];

/** All different vertices of zones inside a window, but for one. */
export function verticesWithin(
  zones: Iterable<Zone>,
  [west, south, east, north]: Window,
  except: LonLat,
): LonLat[] {
  const found = new Map<string, LonLat>();
  for (const zone of zones) {
    if (!hasRings(zone)) continue;
    for (const ring of ringsOf(zone)) {
      for (const position of ring) {
        const [x, y] = position;
        if (x < west || x > east || y < south || y > north) continue;
        if (x === except[0] && y === except[1]) continue;
        found.set(position.join(), position);
      }
    }
  }
  return [...found.values()];
}

/** The vertex nearest to a position within `reach` (degrees east and north), as on a round plate. */
export function nearestVertex(
  vertices: readonly LonLat[],
  [x, y]: LonLat,
  [east, north]: readonly [number, number],
): LonLat | null {
  let nearest: LonLat | null = null;
  let least = 1;
  for (const vertex of vertices) {
    const distance = Math.hypot((vertex[0] - x) / east, (vertex[1] - y) / north);
    if (distance <= least) {
      least = distance;
      nearest = vertex;
    }
  }
  return nearest;
}
