import { differentVertices, hasRings, ringsOf } from '#shared/edits/vertices.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';

export interface ZoneVertex {
  position: LonLat;
  /** How many zones have it. */
  zoneCount: number;
}

/** The different vertices of a zone in the order of its rings; none for strips and circles. */
export function zoneVertices(zone: Zone, zones: Iterable<Zone>): ZoneVertex[] {
  if (!hasRings(zone)) return [];
  const vertices = new Map<string, ZoneVertex>(
    differentVertices(zone).map((position) => [position.join(), { position, zoneCount: 0 }]),
  );
  const [west, south, east, north] = boundsOf(ringsOf(zone).flat());
  for (const other of zones) {
    if (!hasRings(other)) continue;
    const own = new Set<ZoneVertex>();
    for (const ring of ringsOf(other)) {
      for (const position of ring) {
        const [x, y] = position;
        // Most vertices of a district are far away: no text is made of them.
        if (x < west || x > east || y < south || y > north) continue;
        const vertex = vertices.get(position.join());
        if (vertex) own.add(vertex);
      }
    }
    for (const vertex of own) vertex.zoneCount++;
  }
  return [...vertices.values()];
}
