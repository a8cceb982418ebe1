import type { Position } from 'geojson';

/** Mean radius of the earth in metres, as in Turf (IUGG). */
export const earthRadiusM = 6_371_008.8;
export const radiansPerDegree = Math.PI / 180;

/**
 * Signed area of a closed ring (last position equal to the first) in m², positive when it runs
 * counter-clockwise.
 *
 * On the sphere an edge is the straight line in longitude and latitude, as maps and GeoJSON
 * (RFC 7946, 3.1.1) have it, and the area below it is integrated exactly:
 * ∫ sin φ dλ = Δλ · sin φm · sin(Δφ/2) / (Δφ/2), φm being the middle latitude. Turf takes the mean
 * of sin φ at both ends instead, which is the same for short edges; but its areas change by square
 * metres when a long edge gets one more vertex, and then no balance of areas can close.
 *
 * @param ring positions [longitude, latitude] in degrees, or [x, y] in metres when `planar`
 */
export function ringAreaM2(ring: readonly Position[], planar: boolean): number {
  const firstY = ring[0]?.[1] ?? 0;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const x0 = ring[i - 1]?.[0] ?? 0;
    const y0 = ring[i - 1]?.[1] ?? 0;
    const x1 = ring[i]?.[0] ?? 0;
    const y1 = ring[i]?.[1] ?? 0;
    if (planar) {
      sum -= (x1 - x0) * ((y0 + y1) / 2 - firstY);
      continue;
    }
    // Everything is taken relative to the first vertex, or small rings drown in rounding.
    const middle = ((y0 + y1) / 2 - firstY) * radiansPerDegree;
    const half = ((y1 - y0) / 2) * radiansPerDegree;
    const sinc = half === 0 ? 1 : Math.sin(half) / half;
    const base = firstY * radiansPerDegree;
    const sinRise = 2 * Math.cos(base + middle / 2) * Math.sin(middle / 2);
    const meanSinRise = sinRise * sinc + Math.sin(base) * (sinc - 1);
    sum -= (x1 - x0) * radiansPerDegree * meanSinRise;
  }
  return planar ? sum : sum * earthRadiusM * earthRadiusM;
}
