import type { Problem } from '#shared/formats/source/problem.ts';
import { isSafeKey } from '#shared/formats/table.ts';

/**
 * Names of columns that can safely be keys of a record's attributes: an empty one, and those that would
 * reach into an object's prototype, get a line behind them, and a word about it. Nothing is left out.
 */
export function safeNames(keys: readonly string[]): { names: string[]; problems: Problem[] } {
  const taken = new Set(keys.filter(isSafeKey));
  const changed: string[] = [];
  const names = keys.map((key) => {
    if (isSafeKey(key)) return key;
    let name = `${key}_`;
    while (taken.has(name)) name += '_';
    taken.add(name);
    changed.push(`“${key}” → ${name}`);
    return name;
  });
  const params = { count: changed.length, names: changed.join('、') };
  return { names, problems: changed.length === 0 ? [] : [{ key: 'columnsNamed', params }] };
}
