import type { BalanceGraph } from './balance-problem.ts';
import { treeSplit } from './tree-split.ts';

const tries = 12;

/** Border between two sides, in metres: what is cut where they part. */
function cutBetween(graph: BalanceGraph, members: readonly number[], first: readonly number[]) {
  const side = new Set(first);
  const all = new Set(members);
  let sum = 0;
  for (const { a, b, lengthM } of graph.borders) {
    if (all.has(a) && all.has(b) && side.has(a) !== side.has(b)) sum += lengthM;
  }
  return sum;
}

interface OpenPart {
  members: number[];
  /** Number of its first zone, and how many it gets. */
  from: number;
  count: number;
}

/**
 * The parts that do not hang together, each with its zones: at least one, no more than it has units, and the
 * next always to the part with the most work by zone. Null when they cannot have so many zones in all.
 */
function wholeParts({ units, partOf, partCount, zoneCount }: BalanceGraph): OpenPart[] | null {
  const parts = Array.from({ length: partCount }, () => ({ members: [] as number[], work: 0 }));
  for (const [u, { work }] of units.entries()) {
    const part = parts[partOf[u]!]!;
    part.members.push(u);
    part.work += work;
  }
  const counts = parts.map(() => 1);
  for (let left = zoneCount - partCount; left > 0; left--) {
    let next = -1;
    for (const [p, { members, work }] of parts.entries()) {
      if (counts[p]! >= members.length) continue;
      const most = next === -1 ? -1 : parts[next]!.work / counts[next]!;
      if (work / counts[p]! > most) next = p;
    }
    if (next === -1) return null;
    counts[next]!++;
  }
  if (partCount > zoneCount) return null;
  let from = 0;
  return parts.map(({ members }, p) => {
    const part = { members, from, count: counts[p]! };
    from += part.count;
    return part;
  });
}

/**
 * A division to start from: all units parted in two again and again along random trees, of several tries
 * each time the one that is evenest and cuts least. Every zone hangs together. Null when the units cannot
 * be parted into so many zones.
 */
export function firstDivision(graph: BalanceGraph, random: () => number): Int32Array | null {
  const zoneOf = new Int32Array(graph.units.length);
  const open = wholeParts(graph);
  if (!open) return null;
  for (let part = open.pop(); part; part = open.pop()) {
    const { members, from, count } = part;
    if (count === 1) {
      for (const u of members) zoneOf[u] = from;
      continue;
    }
    const half = count >> 1;
    let best: number[] | null = null;
    let least = Infinity;
    for (let i = 0; i < tries; i++) {
      const split = treeSplit(graph, members, half / count, random);
      if (
        !split ||
        split.first.length < half ||
        members.length - split.first.length < count - half
      ) {
        continue;
      }
      const cost =
        split.off * count + cutBetween(graph, members, split.first) / (graph.totalBorderM || 1);
      if (cost >= least) continue;
      least = cost;
      best = split.first;
    }
    if (!best) return null;
    const first = new Set(best);
    open.push(
      { members: best, from, count: half },
      { members: members.filter((u) => !first.has(u)), from: from + half, count: count - half },
    );
  }
  return zoneOf;
}
