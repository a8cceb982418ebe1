import * as z from 'zod';
import { type Spread, spreadOf } from '#shared/analysis/spread.ts';
import { workloadOf } from '#shared/analysis/workload.ts';
import { numbersOf } from '#shared/jobs/chain-session/number-books.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { workloadWeights } from '#shared/model/workload.ts';

/** Zones named: those whose work changes most. */
const named = 5;

/** What other weights would do. */
export interface WorkTrial {
  from: Spread | null;
  to: Spread | null;
  most: { zoneId: string; from: number; to: number }[];
}

/** What other weights would do to the work of all zones, as they were counted last. */
export const workTrial = question({
  ask: z.object({ weights: workloadWeights }),
  answer({ records }, { weights }): WorkTrial {
    const zones = numbersOf(records).rows.flatMap((row) => {
      if (row.zoneId === null) return [];
      const to = workloadOf({ ...row, zones: 1 }, weights);
      return [{ zoneId: row.zoneId, from: row.workload, to }];
    });
    const change = ({ from, to }: { from: number; to: number }) => Math.abs(to - from);
    return {
      from: spreadOf(zones.map(({ from }) => from)),
      to: spreadOf(zones.map(({ to }) => to)),
      most: zones.toSorted((a, b) => change(b) - change(a)).slice(0, named),
    };
  },
});
