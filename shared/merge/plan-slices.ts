import { emptyPatch } from '#shared/edits/patch.ts';
import { joinSlices, sliceRow } from '#shared/edits/row-slices.ts';
import { inParts } from '#shared/model/in-parts.ts';
import { recordWeight } from '#shared/model/record-weight.ts';
import type { MergePlan } from './plan-merge.ts';
import type { State } from './record-states.ts';

/** Some of a plan, so little that it is copied from thread to thread in a few milliseconds. */
export type PlanSlice = Partial<MergePlan>;

const weightOf = ({ mine, theirs }: { mine: State; theirs: State }): number =>
  [mine, theirs].reduce((sum, state) => sum + (state ? recordWeight(state) : 0), 0);

/** A plan in slices, in its order. */
export function* slicePlan(plan: MergePlan): Generator<PlanSlice, void, undefined> {
  for (const taken of inParts(plan.taken, weightOf)) yield { taken };
  for (const conflicts of inParts(plan.conflicts, weightOf)) yield { conflicts };
  for (const { merged } of sliceRow({ patch: emptyPatch(), merged: plan.rows })) {
    yield { rows: merged };
  }
}

/** What {@link slicePlan} has cut, put together again. */
export function joinPlan(slices: readonly PlanSlice[]): MergePlan {
  const rows = joinSlices(
    slices.map((slice) => ({ patch: emptyPatch(), merged: slice.rows ?? [] })),
  );
  return {
    taken: slices.flatMap(({ taken = [] }) => taken),
    conflicts: slices.flatMap(({ conflicts = [] }) => conflicts),
    rows: rows.merged,
  };
}
