import type { LeftOut } from '#shared/formats/geometry/left-out.ts';
import type { ReadAnswer } from '#shared/formats/geometry/tidy-geometry.ts';
import { readWkb } from '#shared/formats/wkb/read-wkb.ts';

/** Bytes of the envelope by the code that stands in the flags. */
const envelopeBytes = [0, 32, 48, 48, 64];

/**
 * The geometry of a GeoPackage's binary (OGC 12-128r19, clause 2.1.3): a header, an envelope and
 * well-known binary. SpatiaLite's own kind is refused; `left` counts heights and measures.
 */
export function readGpkgBlob(blob: Uint8Array, left?: LeftOut): ReadAnswer {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) return { problem: 'badGeometry' };
  const flags = blob[3] as number;
  const envelope = envelopeBytes[(flags >> 1) & 7];
  if (envelope === undefined || (flags & 0x20) !== 0) return { problem: 'badGeometry' };
  if ((flags & 0x10) !== 0) return { geometry: null };
  return readWkb(blob.subarray(8 + envelope), left);
}
