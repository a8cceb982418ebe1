import { changesOf, emptyPatch, type Patch } from '#shared/edits/patch.ts';

/** How many records a patch changes. */
export function patchSize(patch: Patch): number {
  return changesOf(patch).length;
}

/** A patch as several that do the same one after the other, of so many records each. */
export function* patchParts(patch: Patch, size: number): Generator<Patch, void, undefined> {
  let part = emptyPatch();
  let count = 0;
  // What goes makes room for what comes.
  const changes = changesOf(patch).toSorted(
    ([, a], [, b]) => Number(a !== null) - Number(b !== null),
  );
  for (const [from, to] of changes) {
    if (from && to) part.updated[to.id] = [from, to];
    else if (to) part.added[to.id] = to;
    else if (from) part.removed[from.id] = from;
    if (++count < size) continue;
    yield part;
    part = emptyPatch();
    count = 0;
  }
  if (count > 0) yield part;
}
