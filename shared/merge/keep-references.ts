import type { AnyRecord } from '#shared/model/record.ts';
import { referencesOf } from '#shared/model/references.ts';

/**
 * Makes a conflict of every record that one copy removed while something that may stay names it: what was
 * removed on one side must not take away what the other relies on. What may stay after all has needs of its own.
 * Changes `decided`, and answers by id of those records the ids of all that name it.
 */
export function keepReferences(
  mine: ReadonlyMap<string, AnyRecord>,
  theirs: ReadonlyMap<string, AnyRecord>,
  decided: Map<string, 'theirs' | 'conflict'>,
): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>();
  /** What may come to stand for a record: of a conflict either state. */
  const outcomes = (id: string) => {
    const decision = decided.get(id);
    if (decision === 'conflict') return [mine.get(id), theirs.get(id)];
    return [decision ? theirs.get(id) : mine.get(id)];
  };
  const due = [...new Set([...mine.keys(), ...theirs.keys()])];
  // What becomes a conflict on the way is looked at (again) at the end.
  for (const id of due) {
    for (const state of outcomes(id)) {
      for (const { id: target } of state ? referencesOf(state) : []) {
        const isInBoth = mine.has(target) === theirs.has(target);
        if (isInBoth || outcomes(target).every(Boolean)) continue;
        if (decided.get(target) !== 'conflict') due.push(target);
        decided.set(target, 'conflict');
        needed.set(target, (needed.get(target) ?? new Set()).add(id));
      }
    }
  }
  return needed;
}
