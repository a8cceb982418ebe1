import type { AnyRecord } from '#shared/model/record.ts';
import { partWeight, recordWeight } from '#shared/model/record-weight.ts';
import type { AuditRow, MergedRow } from './audit.ts';
import { emptyPatch, type Patch } from './patch.ts';

/** What a row of the log says about records: the part of it that grows with the edit. */
export type RowContent = Pick<AuditRow, 'patch' | 'merged'>;

/** Some of what an edit changed, and some of the rows that it merged. */
export interface RowSlice {
  patch: Patch;
  merged: MergedRow[];
}

/** What a merged row weighs beside its records. */
const rowWeight = 10;

/**
 * What a row says in slices, in its order: each is copied in a few milliseconds, so that an edit of thousands of
 * records never holds a window up. A merged row that is large itself goes on in the next slice, under its own id.
 */
export function* sliceRow({
  patch,
  merged = [],
}: RowContent): Generator<RowSlice, void, undefined> {
  let slice: RowSlice = { patch: emptyPatch(), merged: [] };
  let weight = 0;
  /** The slice that is full, where the next thing has no place in it. */
  const full = (more: number): RowSlice[] => {
    const before = weight > 0 && weight + more > partWeight ? [slice] : [];
    if (before.length > 0) {
      slice = { patch: emptyPatch(), merged: [] };
      weight = 0;
    }
    weight += more;
    return before;
  };
  for (const change of changesIn(patch)) {
    yield* full(change.weight);
    put(slice.patch, change);
  }
  for (const { patch: changes, ...row } of merged) {
    yield* full(rowWeight);
    let into: Patch | null = null;
    const begin = (): Patch => {
      const begun = { ...row, patch: emptyPatch() };
      slice.merged.push(begun);
      return begun.patch;
    };
    for (const change of changesIn(changes)) {
      const before = full(change.weight);
      yield* before;
      if (!into || before.length > 0) into = begin();
      put(into, change);
    }
    if (!into) begin();
  }
  if (weight > 0) yield slice;
}

/** What {@link sliceRow} has cut, put together again. */
export function joinSlices(slices: Iterable<RowSlice>): RowSlice {
  const patch = emptyPatch();
  const merged: MergedRow[] = [];
  for (const slice of slices) {
    addTo(patch, slice.patch);
    for (const row of slice.merged) {
      const last = merged.at(-1);
      if (last?.id === row.id) addTo(last.patch, row.patch);
      else merged.push({ ...row, patch: addTo(emptyPatch(), row.patch) });
    }
  }
  return { patch, merged };
}

interface Change {
  part: keyof Patch;
  id: string;
  value: AnyRecord | [AnyRecord, AnyRecord];
  weight: number;
}

function* changesIn({ added, updated, removed }: Patch): Generator<Change, void, undefined> {
  for (const [id, value] of Object.entries(added)) {
    yield { part: 'added', id, value, weight: recordWeight(value) };
  }
  for (const [id, value] of Object.entries(updated)) {
    const weight = recordWeight(value[0]) + recordWeight(value[1]);
    yield { part: 'updated', id, value, weight };
  }
  for (const [id, value] of Object.entries(removed)) {
    yield { part: 'removed', id, value, weight: recordWeight(value) };
  }
}

function put(patch: Patch, { part, id, value }: Change): void {
  (patch[part] as Record<string, Change['value']>)[id] = value;
}

function addTo(patch: Patch, { added, updated, removed }: Patch): Patch {
  Object.assign(patch.added, added);
  Object.assign(patch.updated, updated);
  Object.assign(patch.removed, removed);
  return patch;
}
