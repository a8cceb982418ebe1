import type { AnyRecord } from '#shared/model/record.ts';
import { referencesOf } from '#shared/model/references.ts';

/**
 * Makes a conflict of every record that one copy removed while something that stays names it: what was
 * removed on one side must not take away what the other relies on. Changes `decided`, and answers the
 * ids of those records.
 */
export function keepReferences(
  mine: ReadonlyMap<string, AnyRecord>,
  theirs: ReadonlyMap<string, AnyRecord>,
  decided: Map<string, 'theirs' | 'conflict'>,
): Set<string> {
  const outcome = (id: string) => (decided.has(id) ? theirs.get(id) : mine.get(id));
  const needed = new Set<string>();
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const record = outcome(id);
    // A conflict may come out either way, so what either state names has to be there.
    const states = decided.get(id) === 'conflict' ? [mine.get(id), theirs.get(id)] : [record];
    for (const state of states) {
      if (!state) continue;
      for (const { id: target } of referencesOf(state)) {
        const isInBoth = mine.has(target) === theirs.has(target);
        if (!isInBoth && (decided.get(target) === 'conflict' || !outcome(target))) {
          needed.add(target);
        }
      }
    }
  }
  for (const id of needed) decided.set(id, 'conflict');
  return needed;
}
