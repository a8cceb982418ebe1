import { orientation } from '#shared/topology/orientation.ts';

/**
 * Whether the segment a–b of the grid passes through the pixel of grid point p: the square of one
 * step around it, its lower and left sides included, the others not. So every place belongs to one
 * pixel only. Exact, and the same for a–b and b–a.
 *
 * Source: J. D. Hobby, Practical segment intersection with finite precision output (1999).
 */
export function passesPixel(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number,
): boolean {
  // In half steps everything is a whole number.
  const swap = ax > bx;
  const x0 = 2 * (swap ? bx : ax);
  const y0 = 2 * (swap ? by : ay);
  const x1 = 2 * (swap ? ax : bx);
  const y1 = 2 * (swap ? ay : by);
  const left = 2 * px - 1;
  const right = 2 * px + 1;
  const low = 2 * py - 1;
  const high = 2 * py + 1;
  if (x0 >= right || x1 < left || Math.min(y0, y1) >= high || Math.max(y0, y1) < low) return false;
  if (x0 === x1 || y0 === y1) return true;
  const rises = y0 < y1;
  const upperLeft = orientation(x0, y0, x1, y1, left, high);
  // Through a corner: what follows depends on whether the pixel lies before or behind it.
  if (upperLeft === 0) return !rises;
  const upperRight = orientation(x0, y0, x1, y1, right, high);
  if (upperRight === 0) return rises;
  if (upperLeft > 0 !== upperRight > 0) return true;
  const lowerLeft = orientation(x0, y0, x1, y1, left, low);
  if (lowerLeft === 0 || lowerLeft > 0 !== upperLeft > 0) return true;
  const lowerRight = orientation(x0, y0, x1, y1, right, low);
  if (lowerRight === 0) return !rises;
  return lowerRight > 0 !== lowerLeft > 0;
}
