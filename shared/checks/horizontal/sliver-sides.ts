import type { Polygon, Position } from 'geojson';

/** The two sides of a long thin polygon, without the ends that they have in common. */
export type SliverSides = [Position[], Position[]];

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

/** Divides the outer ring of a sliver at its two ends, which are the places farthest apart. */
export function sliverSides(polygon: Polygon): SliverSides {
  const ring = (polygon.coordinates[0] ?? []).slice(0, -1);
  const a = farthest(ring, ring[0] ?? []);
  const b = farthest(ring, ring[a] ?? []);
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return [ring.slice(low + 1, high), [...ring.slice(high + 1), ...ring.slice(0, low)]];
}

/**
 * Whether some vertex has one opposite it within `reach` (in the units of the positions): the same
 * vertex drawn twice in two places, which no rounding of a line explains.
 */
export function hasVertexOpposite([left, right]: SliverSides, reach: number): boolean {
  const cells = new Map<string, Position[]>();
  const cellOf = (value: number) => Math.floor(value / reach);
  for (const place of left) {
    const key = `${cellOf(place[0] ?? 0)},${cellOf(place[1] ?? 0)}`;
    const list = cells.get(key);
    if (list) list.push(place);
    else cells.set(key, [place]);
  }
  return right.some(([x = 0, y = 0]) => {
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        const near = cells.get(`${cellOf(x) + i},${cellOf(y) + j}`) ?? [];
        if (near.some(([u = 0, v = 0]) => Math.hypot(u - x, v - y) <= reach)) return true;
      }
    }
    return false;
  });
}
