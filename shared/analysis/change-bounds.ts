import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { Bounds } from '#shared/geo/bounds.ts';
import type { Area } from '#shared/model/geometry.ts';

/** Edges of an area as text, the same in both directions, with the box of each. */
function* edgesOf(area: Area | null): Generator<[string, Bounds]> {
  for (const rings of area ? polygonsOf(area) : []) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [ax = 0, ay = 0] = ring[i - 1] ?? [];
        const [bx = 0, by = 0] = ring[i] ?? [];
        const isForward = ax < bx || (ax === bx && ay < by);
        const key = isForward ? `${ax},${ay},${bx},${by}` : `${bx},${by},${ax},${ay}`;
        yield [key, [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]];
      }
    }
  }
}

/**
 * Box around all ground that belongs to one of two areas but not to the other: that of the edges
 * that only one of them has. Null when they are the same.
 */
export function changeBounds(from: Area | null, to: Area | null): Bounds | null {
  const edges = new Map<string, Bounds>();
  for (const [key, box] of [...edgesOf(from), ...edgesOf(to)]) {
    // An edge of both, or the same one twice over, borders nothing that changed.
    if (!edges.delete(key)) edges.set(key, box);
  }
  let all: Bounds | null = null;
  for (const [west, south, east, north] of edges.values()) {
    all = all
      ? [
          Math.min(all[0], west),
          Math.min(all[1], south),
          Math.max(all[2], east),
          Math.max(all[3], north),
        ]
      : [west, south, east, north];
  }
  return all;
}
