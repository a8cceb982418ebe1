import type { Geometry } from 'geojson';
import { canonicalGeometry } from './canonical-geometry.ts';
import { sha256 } from './sha256.ts';

/** Name of the canonical form; changes whenever the same data would be written differently. */
export const groundForm = 'hengzong-ground/1';

/** What counts of a zone. */
export interface HashedZone {
  name: string;
  code: string;
  shape: 'block' | 'strip' | 'site';
  /** Metres; null where the shape has none. */
  widthM: number | null;
  radiusM: number | null;
  categories: readonly string[];
  geometry: Geometry;
}

/** What counts of an exception. */
export interface HashedException {
  name: string;
  reason: string;
  approver: string;
  from: string;
  expires: string;
  geometry: Geometry;
}

export interface GroundData {
  planar: boolean;
  boundary: Geometry | null;
  zones: readonly HashedZone[];
  exceptions: readonly HashedException[];
}

/** SHA-256 each, as 64 hexadecimal digits; docs/certificate.md says over which bytes. */
export interface GroundHashes {
  /** Over everything below. */
  ground: string;
  /** Null without a boundary. */
  boundary: string | null;
  zones: string;
  exceptions: string;
  /** In the order of the input. */
  eachZone: MemberHashes[];
  eachException: MemberHashes[];
}

/** Hashes of one zone or exception: of all that counts, and of its shape on the ground alone. */
export interface MemberHashes {
  hash: string;
  geometryHash: string;
}

const text = (value: string) => JSON.stringify(value.trim().normalize('NFC'));
const millimetres = (metres: number | null) =>
  metres === null ? '-' : String(Math.round(metres * 1000));

/** What a zone's shape is made of, as lines. */
function zoneShape(zone: HashedZone, planar: boolean): string[] {
  return [
    `shape=${zone.shape}`,
    `width=${millimetres(zone.widthM)}`,
    `radius=${millimetres(zone.radiusM)}`,
    canonicalGeometry(zone.geometry, planar),
  ];
}

async function zoneHashes(zone: HashedZone, planar: boolean): Promise<MemberHashes> {
  const categories = [...new Set(zone.categories.map(text))].sort();
  const shape = zoneShape(zone, planar);
  const own = [
    `name=${text(zone.name)}`,
    `code=${text(zone.code)}`,
    `categories=${categories.join(',')}`,
  ];
  return {
    hash: await sha256(['zone', ...own, ...shape].join('\n')),
    geometryHash: await sha256(['shape', ...shape].join('\n')),
  };
}

async function exceptionHashes(exception: HashedException, planar: boolean): Promise<MemberHashes> {
  const geometry = canonicalGeometry(exception.geometry, planar);
  const own = [
    `name=${text(exception.name)}`,
    `reason=${text(exception.reason)}`,
    `approver=${text(exception.approver)}`,
    `from=${exception.from}`,
    `expires=${exception.expires}`,
  ];
  return {
    hash: await sha256(['exception', ...own, geometry].join('\n')),
    geometryHash: await sha256(['shape', geometry].join('\n')),
  };
}

/** A list's hash: over its members' hashes in ascending order, so that order does not count. */
async function listHash(kind: string, members: readonly MemberHashes[]): Promise<string> {
  return sha256([kind, ...members.map(({ hash }) => hash).sort()].join('\n'));
}

/**
 * Hashes of the ground that a coverage divides, part by part. `breathe` is awaited after each
 * zone, for progress and cancelling.
 */
export async function groundHashes(
  data: GroundData,
  breathe: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<GroundHashes> {
  const { planar, boundary } = data;
  const eachZone: MemberHashes[] = [];
  for (const zone of data.zones) {
    eachZone.push(await zoneHashes(zone, planar));
    await breathe(eachZone.length, data.zones.length);
  }
  const eachException: MemberHashes[] = [];
  for (const exception of data.exceptions) {
    eachException.push(await exceptionHashes(exception, planar));
  }
  const parts = {
    boundary:
      boundary === null ? null : await sha256(`boundary\n${canonicalGeometry(boundary, planar)}`),
    zones: await listHash('zones', eachZone),
    exceptions: await listHash('exceptions', eachException),
  };
  const whole = [
    groundForm,
    `grid=${planar ? '0.001 metre' : '1e-7 degree'}`,
    `boundary=${parts.boundary ?? 'none'}`,
    `zones=${parts.zones}`,
    `exceptions=${parts.exceptions}`,
  ];
  return { ground: await sha256(whole.join('\n')), ...parts, eachZone, eachException };
}
