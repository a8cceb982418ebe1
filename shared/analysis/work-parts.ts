import type { WorkloadWeights } from '#shared/model/workload.ts';
import { issueWeight, pointWeight } from './workload.ts';
import type { ZoneNumbers } from './zone-numbers.ts';

/** One part of the workload of a zone: so much of something, times its weight. */
export interface WorkPart {
  key: 'zone' | 'squareKm' | 'roadKm' | 'point' | 'issueAMonth';
  /** Kind of point or class of issue, where the part is of one. */
  kind: string | null;
  amount: number;
  weight: number;
}

/** What the workload of a zone is made of, the most first; parts that weigh nothing are left out. */
export function workParts(row: ZoneNumbers, weights: WorkloadWeights): WorkPart[] {
  const parts: WorkPart[] = [
    { key: 'zone', kind: null, amount: row.zoneId === null ? 0 : 1, weight: weights.zone },
    { key: 'squareKm', kind: null, amount: row.areaM2 / 1e6, weight: weights.squareKm },
    { key: 'roadKm', kind: null, amount: row.roadM / 1000, weight: weights.roadKm },
  ];
  for (const [kind, amount] of row.pointsByKind) {
    parts.push({ key: 'point', kind, amount, weight: pointWeight(weights, kind) });
  }
  for (const [kind, amount] of row.issuesAMonthByClass) {
    parts.push({ key: 'issueAMonth', kind, amount, weight: issueWeight(weights, kind) });
  }
  return parts
    .filter(({ amount, weight }) => amount * weight > 0)
    .sort((a, b) => b.amount * b.weight - a.amount * a.weight);
}
