import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from './area-m2.ts';
import { radiansPerDegree } from './ring-area.ts';

const usualLevels = 12;

/** Stretches inside rings of the line on which coordinate `axis` is `at`, by the other coordinate. */
function stretches(rings: readonly Position[][], axis: 0 | 1, at: number): number[] {
  const other = axis === 0 ? 1 : 0;
  const cuts: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i]!;
      const b = ring[i + 1 < ring.length ? i + 1 : 0]!;
      const [from, to] = [a[axis]!, b[axis]!];
      if (from > at === to > at) continue;
      cuts.push(a[other]! + ((at - from) / (to - from)) * (b[other]! - a[other]!));
    }
  }
  return cuts.sort((a, b) => a - b);
}

/**
 * A position inside an area with room around it, for a pin or a label: of some cuts across each part
 * the middle that has most room to all four sides. Quick rather than the best place there is
 * (see widest-place.ts), the quicker the fewer `levels` are cut. Degrees, or metres when `planar`; null when the area has no ground.
 */
export function innerPlace(
  area: Polygon | MultiPolygon,
  planar = false,
  levels = usualLevels,
): Position | null {
  let best: { at: Position; room: number } | null = null;
  for (const rings of polygonsOf(area)) {
    let [low, high] = [Infinity, -Infinity];
    for (const [, y = Number.NaN] of rings[0] ?? []) {
      if (y < low) low = y;
      if (y > high) high = y;
    }
    const squeeze = planar ? 1 : Math.cos(((low + high) / 2) * radiansPerDegree);
    for (let level = 0; level < levels; level++) {
      const y = low + ((high - low) * (level + 0.5)) / levels;
      const across = stretches(rings, 1, y);
      for (let i = 1; i < across.length; i += 2) {
        const [west, east] = [across[i - 1]!, across[i]!];
        const width = (east - west) * squeeze;
        if (best && width <= best.room) continue;
        const x = (west + east) / 2;
        const along = stretches(rings, 0, x);
        const up = along.findIndex((cut, j) => j % 2 === 1 && cut > y);
        const height = 2 * Math.min(y - (along[up - 1] ?? y), (along[up] ?? y) - y);
        const room = Math.min(width, height);
        if (room > 0 && (!best || room > best.room)) best = { at: [x, y], room };
      }
    }
  }
  return best?.at ?? null;
}
