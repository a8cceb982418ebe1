import type { CoverageRings } from './coverage-rings.ts';
import { cross } from './orientation.ts';

/** Whether edge f follows edge e in ring r. */
export function follows({ ringStart }: CoverageRings, r: number, e: number, f: number): boolean {
  return f === e + 1 || (e === ringStart[r + 1]! - 2 && f === ringStart[r]!);
}

/** Whether edge f goes straight back over edge e, which it follows. */
export function turnsBack({ x, y }: CoverageRings, e: number, f: number): boolean {
  const ax = x[e + 1]! - x[e]!;
  const ay = y[e + 1]! - y[e]!;
  const bx = x[f + 1]! - x[f]!;
  const by = y[f + 1]! - y[f]!;
  return ax * bx + ay * by < 0 && cross(ax, ay, bx, by) === 0;
}
