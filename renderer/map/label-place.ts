import type { Position } from 'geojson';
import type { Area } from '#shared/model/geometry.ts';

const scanlines = 11;

/**
 * A position inside an area where a horizontal name has most room: the middle of the longest stretch
 * on a few lines of equal latitude, those near the middle of the area preferred. [longitude,
 * latitude] in degrees; null for an area without extent.
 */
export function labelPlace(area: Area): Position | null {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  let best: Position | null = null;
  let bestScore = 0;
  for (const rings of polygons) {
    let south = Infinity;
    let north = -Infinity;
    for (const [, y = Number.NaN] of rings[0] ?? []) {
      if (y < south) south = y;
      if (y > north) north = y;
    }
    for (let i = 1; i < scanlines; i += 1) {
      const share = i / scanlines;
      const y = south + (north - south) * share;
      const middleness = 1 - Math.abs(share - 0.5);
      const crossings = rings.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
      for (let k = 1; k < crossings.length; k += 2) {
        const from = crossings[k - 1] as number;
        const to = crossings[k] as number;
        const score = (to - from) * middleness;
        if (score > bestScore) {
          bestScore = score;
          best = [(from + to) / 2, y];
        }
      }
    }
  }
  return best;
}

function crossingsAt(ring: readonly Position[], y: number): number[] {
  const found: number[] = [];
  for (let i = 1; i < ring.length; i += 1) {
    const [x1 = 0, y1 = 0] = ring[i - 1] as Position;
    const [x2 = 0, y2 = 0] = ring[i] as Position;
    if (y1 > y !== y2 > y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  return found;
}
