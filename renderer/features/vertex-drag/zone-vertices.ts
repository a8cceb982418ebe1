import { differentVertices, hasRings, ringsOf } from '#shared/edits/vertices.ts';
import { boundsMeet } from '#shared/geo/bounds.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';

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
  const own = boxOf(zone.geometry as Area);
  const [west, south, east, north] = own;
  for (const other of zones) {
    // Most zones of a district are far away, and so are most vertices of the others: no text is made of them.
    if (!hasRings(other) || !boundsMeet(boxOf(other.geometry as Area), own)) continue;
    const had = new Set<ZoneVertex>();
    for (const ring of ringsOf(other)) {
      for (const position of ring) {
        const [x, y] = position;
        if (x < west || x > east || y < south || y > north) continue;
        const vertex = vertices.get(position.join());
        if (vertex) had.add(vertex);
      }
    }
    for (const vertex of had) vertex.zoneCount++;
  }
  return [...vertices.values()];
}
