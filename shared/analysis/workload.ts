import type { DocumentView } from '#shared/model/document-view.ts';
import { defaultWorkloadWeights, type WorkloadWeights } from '#shared/model/workload.ts';

/** What makes work on some ground. */
export interface WorkAmounts {
  zones: number;
  areaM2: number;
  roadM: number;
  pointsByKind: ReadonlyMap<string, number>;
  issuesAMonthByClass: ReadonlyMap<string, number>;
}

/** The weights that a project has set, or those of one that has set none. */
export function weightsOf(records: DocumentView): WorkloadWeights {
  return records.all('project')[0]?.workload ?? defaultWorkloadWeights();
}

/** What a point of a kind weighs. */
export function pointWeight(weights: WorkloadWeights, kind: string): number {
  return weights.pointKinds[kind] ?? weights.point;
}

/** What an issue a month of a class weighs. */
export function issueWeight(weights: WorkloadWeights, issueClass: string): number {
  return weights.issueClasses[issueClass] ?? weights.issueAMonth;
}

/** The workload of some ground: what there is of each, times the weights; see WorkloadWeights. */
export function workloadOf(amounts: WorkAmounts, weights: WorkloadWeights): number {
  let sum = weights.zone * amounts.zones + (weights.squareKm * amounts.areaM2) / 1e6;
  sum += (weights.roadKm * amounts.roadM) / 1000;
  for (const [kind, count] of amounts.pointsByKind) {
    sum += pointWeight(weights, kind) * count;
  }
  for (const [issueClass, count] of amounts.issuesAMonthByClass) {
    sum += issueWeight(weights, issueClass) * count;
  }
  return sum;
}
