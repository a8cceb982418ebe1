import type Flatbush from 'flatbush';
import { orientation } from './orientation.ts';
import type { Segments } from './segments.ts';

/**
 * Winding number of closed rings of segments round the grid point (x, y), which lies on none of
 * them: what crosses the ray to its left, counted with weights. Exact.
 * `index` holds the segments' boxes in their order.
 */
export function windingAt(segments: Segments, index: Flatbush, x: number, y: number): number {
  const { ax, ay, bx, by, weight } = segments;
  let winding = 0;
  index.search(index.minX, y, x, y, (s) => {
    const up = by[s]! > ay[s]!;
    if (y < (up ? ay[s]! : by[s]!) || y >= (up ? by[s]! : ay[s]!)) return false;
    const side = orientation(ax[s]!, ay[s]!, bx[s]!, by[s]!, x, y);
    if (up ? side < 0 : side > 0) winding += up ? -weight[s]! : weight[s]!;
    return false;
  });
  return winding;
}
