import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import type { MergeConflict, MergePlan } from './plan-merge.ts';
import type { State } from './record-states.ts';

/** Whose state of a conflict counts. */
export type Choice = 'mine' | 'theirs';

/** How a conflict comes out; null for no record, undefined while it is not settled. */
export function settledAs(
  { id, mine, theirs }: MergeConflict,
  choices: ReadonlyMap<string, Choice>,
): State | undefined {
  const choice = choices.get(id);
  return choice && (choice === 'mine' ? mine : theirs);
}

/**
 * The change that carries a merge out on this copy's records. What was settled to stay is put as it is: so the log
 * has the decision, and other copies, which may have come to another one, learn of it.
 * @throws Error when a conflict has not been settled: nothing is decided in silence.
 */
export function settle(plan: MergePlan, choices: ReadonlyMap<string, Choice>): Patch {
  const patch = emptyPatch();
  const take = (mine: State, theirs: State) => {
    if (mine && theirs) patch.updated[mine.id] = [mine, theirs];
    else if (theirs) patch.added[theirs.id] = theirs;
    else if (mine) patch.removed[mine.id] = mine;
  };
  for (const { mine, theirs } of plan.taken) take(mine, theirs);
  for (const conflict of plan.conflicts) {
    const outcome = settledAs(conflict, choices);
    if (outcome === undefined) throw new Error(`the conflict over ${conflict.id} is not settled`);
    take(conflict.mine, outcome);
  }
  return patch;
}
