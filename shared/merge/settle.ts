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

/** What comes out of a merge once everything is settled. */
export interface Settlement {
  patch: Patch;
  /** Ids of what was settled to stay removed: no record can stand for that decision. */
  keptOut: string[];
}

/**
 * The change that carries a merge out on this copy's records. What was settled to stay is put as it is, and what was
 * settled to stay removed is named: so the log has the decision, and other copies, which may have come to another
 * one, learn of it.
 * @throws Error when a conflict has not been settled: nothing is decided in silence.
 */
export function settle(plan: MergePlan, choices: ReadonlyMap<string, Choice>): Settlement {
  const patch = emptyPatch();
  const keptOut: string[] = [];
  const take = (id: string, mine: State, theirs: State) => {
    if (mine && theirs) patch.updated[id] = [mine, theirs];
    else if (theirs) patch.added[id] = theirs;
    else if (mine) patch.removed[id] = mine;
    else keptOut.push(id);
  };
  for (const { mine, theirs } of plan.taken) take((mine ?? theirs)?.id as string, mine, theirs);
  for (const conflict of plan.conflicts) {
    const outcome = settledAs(conflict, choices);
    if (outcome === undefined) throw new Error(`the conflict over ${conflict.id} is not settled`);
    take(conflict.id, conflict.mine, outcome);
  }
  return { patch, keptOut };
}
