import type { BalanceGraph } from '#shared/analysis/balance/balance-problem.ts';
import { seededRandom } from '#shared/analysis/balance/seeded-random.ts';

/** Seeds far apart: each next one is the unit farthest from all before. */
function seeds({ units, zoneCount }: BalanceGraph, random: () => number): number[] {
  const found = [Math.floor(random() * units.length)];
  while (found.length < zoneCount) {
    const distance = (u: number) =>
      Math.min(
        ...found.map((s) => Math.hypot(units[u]!.x - units[s]!.x, units[u]!.y - units[s]!.y)),
      );
    let farthest = 0;
    for (let u = 1; u < units.length; u++) if (distance(u) > distance(farthest)) farthest = u;
    found.push(farthest);
  }
  return found;
}

/** The zone with the least work takes a free unit beside it, until none is left. */
export function greedyGrowth(graph: BalanceGraph, seed: number): Int32Array {
  const random = seededRandom(seed);
  const zoneOf = new Int32Array(graph.units.length).fill(-1);
  const works = Array.from({ length: graph.zoneCount }, () => 0);
  const take = (u: number, zone: number): void => {
    zoneOf[u] = zone;
    works[zone]! += graph.units[u]!.work;
  };
  for (const [zone, u] of seeds(graph, random).entries()) take(u, zone);
  const free = (zone: number): number[] => {
    const found: number[] = [];
    for (let u = 0; u < zoneOf.length; u++) {
      if (zoneOf[u] !== zone) continue;
      for (let i = graph.start[u]!; i < graph.start[u + 1]!; i++) {
        if (zoneOf[graph.beyond[i]!] === -1) found.push(graph.beyond[i]!);
      }
    }
    return found;
  };
  while (zoneOf.includes(-1)) {
    const order = [...works.keys()].sort((a, b) => works[a]! - works[b]!);
    for (const zone of order) {
      const list = free(zone);
      if (list.length === 0) continue;
      take(list[Math.floor(random() * list.length)]!, zone);
      break;
    }
  }
  return zoneOf;
}

/** Every unit goes to the nearest of seeds, which then move to the middle of the work, ten times over. */
export function voronoiOfSeeds(graph: BalanceGraph, seed: number): Int32Array {
  const { units } = graph;
  let centres = seeds(graph, seededRandom(seed)).map((u) => [units[u]!.x, units[u]!.y]);
  let zoneOf = new Int32Array(units.length);
  for (let round = 0; round < 10; round++) {
    zoneOf = Int32Array.from(units, ({ x, y }) => {
      const distances = centres.map(([cx = 0, cy = 0]) => Math.hypot(x - cx, y - cy));
      return distances.indexOf(Math.min(...distances));
    });
    centres = centres.map((centre, zone) => {
      const own = units.filter((_, u) => zoneOf[u] === zone);
      const work = own.reduce((sum, unit) => sum + unit.work, 0);
      if (work === 0) return centre;
      return [
        own.reduce((sum, unit) => sum + unit.x * unit.work, 0) / work,
        own.reduce((sum, unit) => sum + unit.y * unit.work, 0) / work,
      ];
    });
  }
  return zoneOf;
}
