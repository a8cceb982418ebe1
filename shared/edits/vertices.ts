import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';

/** A zone with rings of its own; strips and circles have none. */
export type RingedZone = Extract<Zone, { geometry: { type: 'Polygon' | 'MultiPolygon' } }>;

type Ring = LonLat[];

export function hasRings(zone: Zone): zone is RingedZone {
  return zone.geometry.type === 'Polygon' || zone.geometry.type === 'MultiPolygon';
}

/** The zone of an id, if it has rings; null for no id, too. */
export function ringedZone(document: DocumentView, id: string | null): RingedZone | null {
  const zone = id === null ? undefined : document.find('zone', id);
  return zone && hasRings(zone) ? zone : null;
}

const different = new WeakMap<RingedZone['geometry'], LonLat[]>();

/** The different vertices of a zone in the order of its rings; gathered once for each shape. */
export function differentVertices(zone: RingedZone): readonly LonLat[] {
  let vertices = different.get(zone.geometry);
  if (!vertices) {
    const byName = new Map<string, LonLat>();
    for (const ring of ringsOf(zone)) for (const at of ring) byName.set(at.join(), at);
    vertices = [...byName.values()];
    different.set(zone.geometry, vertices);
  }
  return vertices;
}

/** All rings of a zone, outer rings and holes of all its parts. */
export function ringsOf({ geometry }: RingedZone): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
