import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';

/** A zone with rings of its own; strips and circles have none. */
export type RingedZone = Extract<Zone, { geometry: { type: 'Polygon' | 'MultiPolygon' } }>;

type Ring = LonLat[];

export function hasRings(zone: Zone): zone is RingedZone {
  return zone.geometry.type === 'Polygon' || zone.geometry.type === 'MultiPolygon';
}

/** All rings of a zone, outer rings and holes of all its parts. */
export function ringsOf({ geometry }: RingedZone): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
