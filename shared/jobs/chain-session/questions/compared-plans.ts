import * as z from 'zod';
import { comparePlans, type PlanComparison } from '#shared/analysis/compare-plans.ts';
import { type GroundMove, groundMoves } from '#shared/analysis/ground-moves.ts';
import { weightsOf } from '#shared/analysis/workload.ts';
import { changesOf } from '#shared/edits/patch.ts';
import type { RecordsThen } from '#shared/edits/records-before.ts';
import { zonesBetween } from '#shared/edits/scenario/zones-between.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { overlaid, recordsThen } from '#shared/jobs/chain-session/records-then.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Zone } from '#shared/model/zone.ts';

/** The zones of a plan, told by those that are not as they are now. */
function zonesOf(records: DocumentView, changes: RecordsThen): Zone[] {
  return overlaid(records.all('zone'), changes).filter((one) => one.kind === 'zone');
}

/** Two plans held against each other, and every piece of ground that changes hands. */
export interface ComparedPlans extends PlanComparison {
  moves: GroundMove[];
}

/** Compares two plans, each told by the zones that are otherwise now. */
export const comparedPlans = question({
  ask: z.object({ before: recordsThen, after: recordsThen }),
  answer({ records }, ask): ComparedPlans {
    const [before, after] = [zonesOf(records, ask.before), zonesOf(records, ask.after)];
    const comparison = comparePlans(before, after, {
      points: records.all('point'),
      issues: records.all('issueChunk'),
      weights: weightsOf(records),
    });
    const named = comparison.transfers.flatMap(({ toId }) => toId ?? []);
    const moves = groundMoves(records, changesOf(zonesBetween(before, after)), named);
    return { ...comparison, moves };
  },
});
