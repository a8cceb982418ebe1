import type { BalanceGraph } from './balance-problem.ts';

/** How good a division is; less is better in all but the number of zones. */
export interface DivisionScore {
  /** The greatest distance of a zone's work from the mean, by the mean. */
  deviation: number;
  /** Standard deviation of the zones' work by the mean. */
  variation: number;
  /** Border between units of different zones, by all border between units. */
  cut: number;
  /** Barrier inside zones, by all barrier. */
  crossed: number;
  /** Work that is in another zone than now, by all work that is in one. */
  changed: number;
  /** Parts too many: zones in two parts count one, and so on; zones without a unit count one. */
  apart: number;
}

/** What counts how much when divisions are compared. */
export interface BalanceWeights {
  balance: number;
  compactness: number;
  barriers: number;
  change: number;
}

/** Work of each zone of a division. */
export function worksOf(
  { units, zoneCount, zoneWork }: BalanceGraph,
  zoneOf: ArrayLike<number>,
): number[] {
  const works = Array.from({ length: zoneCount }, () => zoneWork);
  for (let u = 0; u < units.length; u++) works[zoneOf[u]!]! += units[u]!.work;
  return works;
}

/** Number of connected parts of each zone. */
export function partCounts(graph: BalanceGraph, zoneOf: ArrayLike<number>): number[] {
  const counts = Array.from({ length: graph.zoneCount }, () => 0);
  const seen = new Uint8Array(graph.units.length);
  for (let first = 0; first < graph.units.length; first++) {
    if (seen[first] === 1) continue;
    counts[zoneOf[first]!]!++;
    const queue = [first];
    seen[first] = 1;
    for (let u = queue.pop(); u !== undefined; u = queue.pop()) {
      for (let i = graph.open.start[u]!; i < graph.open.start[u + 1]!; i++) {
        const v = graph.open.beyond[i]!;
        if (seen[v] === 1 || zoneOf[v] !== zoneOf[first]) continue;
        seen[v] = 1;
        queue.push(v);
      }
    }
  }
  return counts;
}

/** Measures a division: the number of a zone for each unit. */
export function scoreDivision(graph: BalanceGraph, zoneOf: ArrayLike<number>): DivisionScore {
  const { units, borders, zoneCount, totalWork, totalBorderM, totalBarrierM } = graph;
  const mean = totalWork / zoneCount;
  const offs = worksOf(graph, zoneOf).map((work) =>
    mean === 0 ? 0 : Math.abs(work - mean) / mean,
  );
  let cut = 0;
  let crossed = 0;
  for (const { a, b, lengthM, isBarrier } of borders) {
    if (zoneOf[a] !== zoneOf[b]) cut += lengthM;
    else if (isBarrier) crossed += lengthM;
  }
  let held = 0;
  let moved = 0;
  for (let u = 0; u < units.length; u++) {
    const { present, work } = units[u]!;
    if (present === null) continue;
    held += work;
    if (present !== zoneOf[u]) moved += work;
  }
  const share = (part: number, all: number) => (all === 0 ? 0 : part / all);
  return {
    deviation: offs.reduce((most, off) => Math.max(most, off), 0),
    variation: Math.sqrt(offs.reduce((sum, off) => sum + off * off, 0) / zoneCount),
    cut: share(cut, totalBorderM),
    crossed: share(crossed, totalBarrierM),
    changed: share(moved, held),
    apart: partCounts(graph, zoneOf).reduce((sum, parts) => sum + Math.abs(parts - 1), 0),
  };
}

/** One number for a score; parts that lie apart outweigh all else. */
export function costOf(score: DivisionScore, weights: BalanceWeights): number {
  return (
    weights.balance * (score.variation ** 2 + score.deviation ** 2) +
    weights.compactness * score.cut +
    weights.barriers * score.crossed +
    weights.change * score.changed +
    10 * score.apart
  );
}
