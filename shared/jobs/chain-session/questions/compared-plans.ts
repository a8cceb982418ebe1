import * as z from 'zod';
import { comparePlans, type PlanComparison } from '#shared/analysis/compare-plans.ts';
import { type GroundMove, groundMoves } from '#shared/analysis/ground-moves.ts';
import type { RecordChange } from '#shared/analysis/record-change.ts';
import { weightsOf } from '#shared/jobs/chain-session/number-books.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { type Zone, zone } from '#shared/model/zone.ts';

/** Zones of a plan that are not as they are now; null for those that it does not have. */
const otherwise = z.array(z.tuple([z.string(), zone.nullable()]));

function zonesOf(records: DocumentView, changes: z.infer<typeof otherwise>): Zone[] {
  const other = new Map(changes);
  const kept = records.all('zone').flatMap((one) => {
    const now = other.get(one.id);
    other.delete(one.id);
    return now === undefined ? [one] : (now ?? []);
  });
  return [...kept, ...[...other.values()].filter((one) => one !== null)];
}

/** Pairs of before and after, of zones that are not the same in both. */
function changesBetween(before: readonly Zone[], after: readonly Zone[]): RecordChange[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const changes: RecordChange[] = [];
  for (const now of after) {
    const was = old.get(now.id) ?? null;
    old.delete(now.id);
    if (was !== now) changes.push([was, now]);
  }
  for (const was of old.values()) changes.push([was, null]);
  return changes;
}

/** Two plans held against each other, and every piece of ground that changes hands. */
export interface ComparedPlans extends PlanComparison {
  moves: GroundMove[];
}

/** Compares two plans, each told by the zones that are otherwise now. */
export const comparedPlans = question({
  ask: z.object({ before: otherwise, after: otherwise }),
  answer({ records }, ask): ComparedPlans {
    const [before, after] = [zonesOf(records, ask.before), zonesOf(records, ask.after)];
    const comparison = comparePlans(before, after, {
      points: records.all('point'),
      issues: records.all('issueChunk'),
      weights: weightsOf(records),
    });
    const named = comparison.transfers.flatMap(({ toId }) => toId ?? []);
    const moves = groundMoves(records, changesBetween(before, after), named);
    return { ...comparison, moves };
  },
});
