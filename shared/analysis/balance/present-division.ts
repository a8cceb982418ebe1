import type { BalanceGraph } from './balance-problem.ts';

/** The zone with which an unplaced unit has most border among units that are placed; null for none. */
function nearestZone(graph: BalanceGraph, u: number, zoneOf: Int32Array): number | null {
  const lengths = new Map<number, number>();
  const { start, around, beyond } = graph.open;
  for (let i = start[u]!; i < start[u + 1]!; i++) {
    const zone = zoneOf[beyond[i]!]!;
    if (zone === -1) continue;
    const border = graph.borders[around[i]!]!;
    // A link without length still tells who is near; a barrier counts less than any border.
    const length = border.isBarrier ? 1e-9 : 1e-6 + border.lengthM;
    lengths.set(zone, (lengths.get(zone) ?? 0) + length);
  }
  let best: number | null = null;
  for (const [zone, length] of lengths) {
    if (best === null || length > lengths.get(best)!) best = zone;
  }
  return best;
}

/** Keeps the part of each zone with most work; units of other parts are without a zone (-1) then. */
function keepLargestParts(graph: BalanceGraph, zoneOf: Int32Array): void {
  const part = new Int32Array(graph.units.length).fill(-1);
  const works: number[] = [];
  const largest = new Map<number, number>();
  for (let first = 0; first < part.length; first++) {
    const zone = zoneOf[first]!;
    if (zone === -1 || part[first] !== -1) continue;
    const number = works.push(0) - 1;
    const queue = [first];
    part[first] = number;
    for (let u = queue.pop(); u !== undefined; u = queue.pop()) {
      // A unit without work counts a little, so that no part is nothing.
      works[number]! += graph.units[u]!.work + 1e-9;
      for (let i = graph.open.start[u]!; i < graph.open.start[u + 1]!; i++) {
        const v = graph.open.beyond[i]!;
        if (part[v] !== -1 || zoneOf[v] !== zone) continue;
        part[v] = number;
        queue.push(v);
      }
    }
    const known = largest.get(zone);
    if (known === undefined || works[number]! > works[known]!) largest.set(zone, number);
  }
  for (let u = 0; u < part.length; u++) {
    const zone = zoneOf[u]!;
    if (zone !== -1 && largest.get(zone) !== part[u]) zoneOf[u] = -1;
  }
}

/**
 * The division as it is now, with what lies apart or belongs to nobody given to the zone beside it with
 * the longest border. Null when there are not as many zones as there are to be.
 */
export function presentDivision(graph: BalanceGraph): Int32Array | null {
  const zoneOf = Int32Array.from(graph.units, ({ present }) => present ?? -1);
  const used = new Set(zoneOf);
  for (let z = 0; z < graph.zoneCount; z++) if (!used.has(z)) return null;
  keepLargestParts(graph, zoneOf);
  for (;;) {
    const open = [...zoneOf.keys()].filter((u) => zoneOf[u] === -1);
    if (open.length === 0) return zoneOf;
    let placed = 0;
    for (const u of open) {
      const zone = nearestZone(graph, u, zoneOf);
      if (zone === null) continue;
      zoneOf[u] = zone;
      placed++;
    }
    if (placed === 0) return null;
  }
}
