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

/** The different vertices of a zone in the order of its rings. */
export function differentVertices(zone: RingedZone): LonLat[] {
  const vertices = new Map<string, LonLat>();
  for (const at of ringsOf(zone).flat()) vertices.set(at.join(), at);
  return [...vertices.values()];
}

/** All rings of a zone, outer rings and holes of all its parts. */
export function ringsOf({ geometry }: RingedZone): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
