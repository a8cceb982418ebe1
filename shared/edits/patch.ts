import type { AnyRecord, RecordKind } from '#shared/model/record.ts';

/**
 * A self-contained change of a document, keyed by record id. What `removed` and the first half of
 * each `updated` pair hold is what stood there before, so a patch can be reversed without its document.
 */
export interface Patch {
  added: Record<string, AnyRecord>;
  updated: Record<string, [from: AnyRecord, to: AnyRecord]>;
  removed: Record<string, AnyRecord>;
}

export function emptyPatch(): Patch {
  return { added: {}, updated: {}, removed: {} };
}

export function isEmptyPatch(patch: Patch): boolean {
  for (const part of [patch.added, patch.updated, patch.removed]) {
    for (const _ in part) return false;
  }
  return true;
}

/** The patch that takes back `patch`. */
export function reversePatch(patch: Patch): Patch {
  const updated: Patch['updated'] = {};
  for (const [id, [from, to]] of Object.entries(patch.updated)) updated[id] = [to, from];
  return { added: patch.removed, updated, removed: patch.added };
}

/** One patch with the effect of all `patches` in order; what cancels out is left away. */
export function squashPatches(patches: readonly Patch[]): Patch {
  const before = new Map<string, AnyRecord | null>();
  const after = new Map<string, AnyRecord | null>();
  const see = (id: string, from: AnyRecord | null, to: AnyRecord | null) => {
    if (!before.has(id)) before.set(id, from);
    after.set(id, to);
  };
  for (const patch of patches) {
    for (const [id, record] of Object.entries(patch.removed)) see(id, record, null);
    for (const [id, [from, to]] of Object.entries(patch.updated)) see(id, from, to);
    for (const [id, record] of Object.entries(patch.added)) see(id, null, record);
  }
  const squashed = emptyPatch();
  for (const [id, from] of before) {
    const to = after.get(id) ?? null;
    if (from && to && from !== to) squashed.updated[id] = [from, to];
    else if (from && !to) squashed.removed[id] = from;
    else if (to && !from) squashed.added[id] = to;
  }
  return squashed;
}

/** A patch as pairs of before and after; null where there was nothing, or is nothing now. */
export function changesOf({
  added,
  updated,
  removed,
}: Patch): (readonly [from: AnyRecord | null, to: AnyRecord | null])[] {
  return [
    ...Object.values(updated),
    ...Object.values(added).map((to) => [null, to] as const),
    ...Object.values(removed).map((from) => [from, null] as const),
  ];
}

/** What a patch puts and what it removes, of some kinds of records. */
export function recordsIn(
  { added, updated, removed }: Patch,
  kinds: readonly RecordKind[],
): { put: AnyRecord[]; removed: AnyRecord[] } {
  const isOne = ({ kind }: AnyRecord) => kinds.includes(kind);
  return {
    put: [...Object.values(updated).map(([, to]) => to), ...Object.values(added)].filter(isOne),
    removed: Object.values(removed).filter(isOne),
  };
}
