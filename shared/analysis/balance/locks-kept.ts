import type { BalanceGraph } from './balance-problem.ts';

/** Whether every locked border runs between different zones. */
export function locksKept({ borders }: BalanceGraph, zoneOf: ArrayLike<number>): boolean {
  return borders.every(({ isLocked, a, b }) => !isLocked || zoneOf[a] !== zoneOf[b]);
}
