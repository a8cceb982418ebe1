import type { BalanceGraph } from './balance-problem.ts';

/** Barriers come late into a tree, locked borders last, so that a cut rather runs along them. */
const barrierHandicap = 1;
const lockHandicap = 2;

/** A tree over units, each numbered by when a walk from the first unit comes to it. */
interface Tree {
  /** Number of each unit on the walk, and the last number below it. */
  enters: Int32Array;
  leaves: Int32Array;
  /** Units in the order of the walk. */
  walk: number[];
  above: Int32Array;
}

function rootOf(parent: Int32Array, of: number): number {
  let i = of;
  while (parent[i] !== i) {
    parent[i] = parent[parent[i]!]!;
    i = parent[i]!;
  }
  return i;
}

function walked(tree: readonly number[][]): Tree {
  const count = tree.length;
  const enters = new Int32Array(count).fill(-1);
  const leaves = new Int32Array(count);
  const above = new Int32Array(count).fill(-1);
  const walk: number[] = [];
  const open = [0];
  while (open.length > 0) {
    const i = open.pop()!;
    enters[i] = walk.push(i) - 1;
    for (const j of tree[i]!) {
      if (j === above[i]) continue;
      above[j] = i;
      open.push(j);
    }
  }
  for (let at = count - 1; at >= 0; at--) {
    const i = walk[at]!;
    leaves[i] = Math.max(leaves[i]!, at);
    if (above[i] !== -1) leaves[above[i]!] = Math.max(leaves[above[i]!]!, leaves[i]!);
  }
  return { enters, leaves, walk, above };
}

/**
 * Parts connected units in two connected sides along a random spanning tree, so that the first has as
 * near to `share` of the work as any cut of the tree allows, with as few locked borders inside a side as
 * can be. Answers the units of the first side, and how far off the share they are; null when the units do
 * not hang together, or are too few.
 *
 * Source of the idea: D. DeFord, M. Duchin, J. Solomon, Recombination: a family of Markov chains for
 * redistricting (2021).
 */
export function treeSplit(
  graph: BalanceGraph,
  members: readonly number[],
  share: number,
  random: () => number,
): { first: number[]; off: number } | null {
  const count = members.length;
  const inside = new Map(members.map((u, i) => [u, i]));
  const edges: { i: number; j: number; key: number }[] = [];
  const locked: [number, number][] = [];
  const { open, borders } = graph;
  for (const [i, u] of members.entries()) {
    for (let k = graph.start[u]!; k < graph.start[u + 1]!; k++) {
      const j = inside.get(graph.beyond[k]!);
      if (j !== undefined && j > i && borders[graph.around[k]!]!.isLocked) locked.push([i, j]);
    }
    for (let k = open.start[u]!; k < open.start[u + 1]!; k++) {
      const v = open.beyond[k]!;
      const j = inside.get(v);
      if (v < u || j === undefined) continue;
      const { isLocked, isBarrier } = borders[open.around[k]!]!;
      const handicap = (isBarrier ? barrierHandicap : 0) + (isLocked ? lockHandicap : 0);
      edges.push({ i, j, key: random() + handicap });
    }
  }
  edges.sort((p, q) => p.key - q.key);
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const tree: number[][] = Array.from({ length: count }, () => []);
  let joined = 1;
  for (const { i, j } of edges) {
    const [p, q] = [rootOf(parent, i), rootOf(parent, j)];
    if (p === q) continue;
    parent[p] = q;
    tree[i]!.push(j);
    tree[j]!.push(i);
    joined++;
  }
  if (joined < count || count < 2) return null;

  const { enters, leaves, walk, above } = walked(tree);
  const below = Float64Array.from(members, (u) => graph.units[u]!.work);
  for (let at = count - 1; at > 0; at--) below[above[walk[at]!]!]! += below[walk[at]!]!;
  const total = below[0]!;
  const isBelow = (i: number, top: number) =>
    enters[i]! >= enters[top]! && enters[i]! <= leaves[top]!;
  let best = { top: -1, hangs: true, off: Infinity, rank: Infinity };
  for (let at = 1; at < count; at++) {
    const top = walk[at]!;
    const broken = locked.reduce(
      (n, [i, j]) => n + (isBelow(i, top) === isBelow(j, top) ? 1 : 0),
      0,
    );
    const size = leaves[top]! - enters[top]! + 1;
    for (const hangs of [true, false]) {
      const work = hangs ? below[top]! : total - below[top]!;
      const off = total === 0 ? 0 : Math.abs(work / total - share);
      // Where work does not tell, the number of units does.
      const sizeOff = Math.abs((hangs ? size : count - size) / count - share);
      const rank = broken + off + 1e-9 * sizeOff;
      if (rank < best.rank) best = { top, hangs, off, rank };
    }
  }
  const first = members.filter((_, i) => isBelow(i, best.top) === best.hangs);
  return { first, off: best.off };
}
