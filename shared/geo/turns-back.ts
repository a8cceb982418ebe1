import type { Position } from 'geojson';

/**
 * Whether a border turns straight back at `b` on its way from `a` to `c`: to within `epsilon`, in the units
 * of the positions. Such a corner is the tip of a spike.
 */
export function turnsBack(a: Position, b: Position, c: Position, epsilon: number): boolean {
  if (a[0] === c[0] && a[1] === c[1]) return true;
  const [bx = 0, by = 0] = b;
  const ux = bx - (a[0] ?? 0);
  const uy = by - (a[1] ?? 0);
  const vx = (c[0] ?? 0) - bx;
  const vy = (c[1] ?? 0) - by;
  const longer = Math.max(Math.hypot(ux, uy), Math.hypot(vx, vy));
  return ux * vx + uy * vy < 0 && Math.abs(ux * vy - uy * vx) <= epsilon * longer;
}
