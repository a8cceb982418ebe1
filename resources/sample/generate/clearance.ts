import type { Zone } from '#shared/model/zone.ts';
import { distance, metresX, metresY, type Ring, toVertex, type Vertex } from './vertex.ts';

/** Distance in metres from a vertex to a line between two others. */
export function distanceToLine(v: Vertex, a: Vertex, b: Vertex): number {
  const [dx, dy] = [(b[0] - a[0]) * metresX, (b[1] - a[1]) * metresY];
  const [px, py] = [(v[0] - a[0]) * metresX, (v[1] - a[1]) * metresY];
  const length2 = dx * dx + dy * dy;
  const part = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
  return Math.hypot(px - part * dx, py - part * dy);
}

/** Distance in metres from a vertex to the nearest border. */
export function distanceToRings(v: Vertex, rings: readonly Ring[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      least = Math.min(least, distanceToLine(v, ring[j] as Vertex, ring[i] as Vertex));
    }
  }
  return least;
}

/** Metres between a vertex and the ground of a strip or a site, 0 or less when on it. */
export function distanceToOverlay(v: Vertex, zone: Zone): number {
  if (zone.shape === 'strip' && zone.geometry.type === 'LineString') {
    const line = zone.geometry.coordinates.map(toVertex);
    const away = line.slice(1).map((b, index) => distanceToLine(v, line[index] as Vertex, b));
    return Math.min(...away) - zone.widthM / 2;
  }
  if (zone.shape === 'site' && zone.geometry.type === 'Point') {
    return distance(v, toVertex(zone.geometry.coordinates)) - (zone.radiusM ?? 0);
  }
  return Number.POSITIVE_INFINITY;
}
