import type { WorkloadWeights } from '#shared/model/workload.ts';

/** What makes work on some ground. */
export interface WorkAmounts {
  zones: number;
  areaM2: number;
  roadM: number;
  pointsByKind: ReadonlyMap<string, number>;
  issuesAMonthByClass: ReadonlyMap<string, number>;
}

/** The workload of some ground: what there is of each, times the weights; see WorkloadWeights. */
export function workloadOf(amounts: WorkAmounts, weights: WorkloadWeights): number {
  let sum = weights.zone * amounts.zones + (weights.squareKm * amounts.areaM2) / 1e6;
  sum += (weights.roadKm * amounts.roadM) / 1000;
  for (const [kind, count] of amounts.pointsByKind) {
    sum += (weights.pointKinds[kind] ?? weights.point) * count;
  }
  for (const [issueClass, count] of amounts.issuesAMonthByClass) {
    sum += (weights.issueClasses[issueClass] ?? weights.issueAMonth) * count;
  }
  return sum;
}
