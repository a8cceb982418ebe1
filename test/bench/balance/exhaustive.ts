import { type BalanceProblem, balanceGraph } from '#shared/analysis/balance/balance-problem.ts';
import {
  type BalanceWeights,
  costOf,
  scoreDivision,
} from '#shared/analysis/balance/division-score.ts';

/**
 * The cheapest of all divisions in which every zone hangs together, by trying them all: for some dozen
 * units at most. Zones are named in the order of their first units, so that no division is tried twice; with
 * zones that are there now that would not do.
 */
export function exhaustiveOptimum(
  problem: BalanceProblem,
  weights: BalanceWeights,
): { cost: number; zoneOf: number[] } {
  const graph = balanceGraph(problem);
  const count = graph.units.length;
  const zoneOf = Array.from({ length: count }, () => 0);
  let best = { cost: Infinity, zoneOf: [...zoneOf] };
  const tryFrom = (u: number, used: number): void => {
    if (count - u < graph.zoneCount - used) return;
    if (u === count) {
      const score = scoreDivision(graph, zoneOf);
      if (score.apart > 0) return;
      const cost = costOf(score, weights);
      if (cost < best.cost) best = { cost, zoneOf: [...zoneOf] };
      return;
    }
    for (let zone = 0; zone <= Math.min(used, graph.zoneCount - 1); zone++) {
      zoneOf[u] = zone;
      tryFrom(u + 1, Math.max(used, zone + 1));
    }
  };
  tryFrom(0, 0);
  return best;
}
