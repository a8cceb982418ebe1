import { referencesOf } from '#shared/model/references.ts';
import type { MergePlan } from './plan-merge.ts';
import { type Choice, settledAs } from './settle.ts';

/**
 * Ids of conflicts settled so that a record goes which something that comes out of the merge names. What is not
 * settled yet names nothing.
 */
export function lostNeeds(
  { conflicts }: Pick<MergePlan, 'conflicts'>,
  choices: ReadonlyMap<string, Choice>,
): Set<string> {
  const byId = new Map(conflicts.map((conflict) => [conflict.id, conflict]));
  const names = (id: string, target: string): boolean => {
    const conflict = byId.get(id);
    // What is no conflict stays as it was when it was found to name the other.
    if (!conflict) return true;
    const state = settledAs(conflict, choices);
    return Boolean(state && referencesOf(state).some((reference) => reference.id === target));
  };
  const lost = conflicts.filter(
    (conflict) =>
      settledAs(conflict, choices) === null &&
      conflict.neededBy.some((id) => names(id, conflict.id)),
  );
  return new Set(lost.map(({ id }) => id));
}
