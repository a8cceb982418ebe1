import type { BalanceGraph } from './balance-problem.ts';

/**
 * The same division with its zones numbered so that as much work as can be stays in the zone in which it
 * is now: the largest shares first, then by exchanging numbers as long as that keeps more.
 */
export function matchedDivision(graph: BalanceGraph, zoneOf: ArrayLike<number>): Int32Array {
  const { units, zoneCount } = graph;
  const shared = Array.from({ length: zoneCount }, () => new Float64Array(zoneCount));
  for (const [u, { present, work }] of units.entries()) {
    if (present !== null && present < zoneCount) shared[zoneOf[u]!]![present]! += work;
  }
  const pairs: { zone: number; present: number; work: number }[] = [];
  for (let zone = 0; zone < zoneCount; zone++) {
    for (let present = 0; present < zoneCount; present++) {
      const work = shared[zone]![present]!;
      if (work > 0) pairs.push({ zone, present, work });
    }
  }
  pairs.sort((a, b) => b.work - a.work || a.zone - b.zone || a.present - b.present);
  const name = new Int32Array(zoneCount).fill(-1);
  const taken = new Uint8Array(zoneCount);
  for (const { zone, present } of pairs) {
    if (name[zone] !== -1 || taken[present] === 1) continue;
    name[zone] = present;
    taken[present] = 1;
  }
  let free = 0;
  for (let zone = 0; zone < zoneCount; zone++) {
    if (name[zone] !== -1) continue;
    while (taken[free] === 1) free++;
    name[zone] = free;
    taken[free] = 1;
  }
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let a = 0; a < zoneCount; a++) {
      for (let b = 0; b < a; b++) {
        const now = shared[a]![name[a]!]! + shared[b]![name[b]!]!;
        const then = shared[a]![name[b]!]! + shared[b]![name[a]!]!;
        if (then <= now + 1e-9) continue;
        [name[a], name[b]] = [name[b]!, name[a]!];
        isBetter = true;
      }
    }
  }
  return Int32Array.from(units, (_, u) => name[zoneOf[u]!]!);
}
