import * as z from 'zod';
import { type AuditRow, auditRow, loggedPatch, mergedRow } from '#shared/edits/audit.ts';
import { changesOf, emptyPatch } from '#shared/edits/patch.ts';
import { joinSlices, type RowSlice, sliceRow } from '#shared/edits/row-slices.ts';
import { partWeight, recordWeight } from '#shared/model/record-weight.ts';

/** Of which row of the log a slice is, and which one of it. */
export type SliceKey = [sequence: number, place: number];

/** Some of what a large row of the log says, as it is kept. */
export interface StoredSlice extends RowSlice {
  key: SliceKey;
}

/** A row as its table holds it: a large one without what its slices say, whose number it has. */
export type StoredRow = AuditRow & { slices?: number };

export const storedRow = auditRow.extend({ slices: z.number().int().positive().optional() });

export const storedSlice = z.object({
  key: z.tuple([z.number().int().positive(), z.number().int().nonnegative()]),
  patch: loggedPatch,
  merged: z.array(mergedRow),
});

/** Whether a row may be larger than a window could read or write at a stretch: it is kept in slices then. */
export function isLarge({ patch, merged = [] }: AuditRow): boolean {
  let weight = 0;
  for (const one of [patch, ...merged.map((row) => row.patch)]) {
    for (const [from, to] of changesOf(one)) {
      for (const record of [from, to]) if (record) weight += recordWeight(record);
      if (weight > partWeight) return true;
    }
  }
  return false;
}

/** The slices of a large row, one by one. */
export function* slicesOf(row: AuditRow): Generator<StoredSlice, void, undefined> {
  let place = 0;
  for (const slice of sliceRow(row)) yield { key: [row.sequence, place++], ...slice };
}

/** What its table holds of a row that lies in so many slices. */
export const headOf = ({ merged, ...row }: AuditRow, slices: number): StoredRow => ({
  ...row,
  patch: emptyPatch(),
  ...(merged && { merged: [] }),
  slices,
});

/** A row as it was before it was stored. @throws Error when some of its slices are missing */
export function fromStored(
  { slices: count = 0, ...row }: StoredRow,
  slices: readonly StoredSlice[],
): AuditRow {
  const isWhole = slices.length === count && slices.every(({ key }, place) => key[1] === place);
  if (!isWhole) throw new Error(`${slices.length} of ${count} slices are there`);
  if (count === 0) return row;
  const { patch, merged } = joinSlices(slices);
  return { ...row, patch, ...(row.merged && { merged }) };
}
