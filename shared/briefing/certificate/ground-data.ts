import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { GroundData, HashedZone } from './ground-hashes.ts';

function hashedZone(zone: Zone): HashedZone {
  const { name, code, shape, categories, geometry } = zone;
  const sizes = {
    widthM: zone.shape === 'strip' ? zone.widthM : null,
    radiusM: zone.shape === 'site' ? zone.radiusM : null,
  };
  return { name, code, shape, categories, geometry, ...sizes };
}

/** What the hashes of a certificate are taken over, from records. */
export function groundData(records: {
  planar: boolean;
  boundary: Area | null;
  zones: readonly Zone[];
  exceptions: readonly Exception[];
}): GroundData {
  return { ...records, zones: records.zones.map(hashedZone) };
}
