import { orientation } from './orientation.ts';

/**
 * What the segment a–b adds to the winding number round the grid point p: 1, -1 or 0 for the ray to
 * its right; null when p lies on it. Exact.
 */
export function segmentSide(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number,
): 1 | -1 | 0 | null {
  if ((ay > py && by > py) || (ay < py && by < py)) return 0;
  const side = orientation(ax, ay, bx, by, px, py);
  if (side === 0) return px >= Math.min(ax, bx) && px <= Math.max(ax, bx) ? null : 0;
  // An end on the level of the point belongs to the part above.
  if (ay <= py && by > py && side > 0) return 1;
  return by <= py && ay > py && side < 0 ? -1 : 0;
}
