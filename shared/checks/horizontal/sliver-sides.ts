import type { Polygon, Position } from 'geojson';

function farthest(ring: readonly Position[], [x0 = 0, y0 = 0]: Position): number {
  let best = 0;
  let most = -1;
  ring.forEach(([x = 0, y = 0], i) => {
    const squared = (x - x0) ** 2 + (y - y0) ** 2;
    if (squared > most) {
      most = squared;
      best = i;
    }
  });
  return best;
}

/** The two ends of a sliver: the corners of its outer ring that are farthest apart. */
export function sliverEnds(polygon: Polygon): [Position, Position] {
  const ring = polygon.coordinates[0] ?? [];
  const end = ring[farthest(ring, ring[0] ?? [])] ?? [];
  return [end, ring[farthest(ring, end)] ?? []];
}

/**
 * Whether some corner of a sliver has one across it within `reach` (in the units of the positions): the
 * same corner drawn twice in two places, which no rounding of a line explains. Two corners are across
 * each other when the border takes more than twice `reach` from one to the other, either way round,
 * and comes back on the other side.
 */
export function hasCornerAcross(polygon: Polygon, reach: number): boolean {
  const ring = (polygon.coordinates[0] ?? []).slice(0, -1);
  const n = ring.length;
  const along = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    const [x = 0, y = 0] = ring[i] ?? [];
    const [u = 0, v = 0] = ring[(i + 1) % n] ?? [];
    along[i + 1] = along[i]! + Math.hypot(u - x, v - y);
  }
  /** Direction in which the border runs through a corner. */
  const through = (i: number): Position => {
    const [x = 0, y = 0] = ring[(i + n - 1) % n] ?? [];
    const [u = 0, v = 0] = ring[(i + 1) % n] ?? [];
    return [u - x, v - y];
  };
  const across = (a: number, b: number): boolean => {
    const between = Math.abs(along[a]! - along[b]!);
    if (Math.min(between, along[n]! - between) <= 2 * reach) return false;
    const [x = 0, y = 0] = through(a);
    const [u = 0, v = 0] = through(b);
    return x * u + y * v < 0;
  };
  const cells = new Map<string, number[]>();
  const cellOf = (value: number) => Math.floor(value / reach);
  return ring.some(([x = 0, y = 0], at) => {
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        for (const other of cells.get(`${cellOf(x) + i},${cellOf(y) + j}`) ?? []) {
          const [u = 0, v = 0] = ring[other] ?? [];
          if (Math.hypot(u - x, v - y) <= reach && across(other, at)) return true;
        }
      }
    }
    const key = `${cellOf(x)},${cellOf(y)}`;
    const list = cells.get(key);
    if (list) list.push(at);
    else cells.set(key, [at]);
    return false;
  });
}
