import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MergedRow } from '#shared/edits/audit.ts';
import { changesOf, emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { joinSlices, sliceRow } from '#shared/edits/row-slices.ts';
import { partWeight, recordWeight } from '#shared/model/record-weight.ts';
import { idOf, person } from '#test/unit/shared/merge/desk.ts';

/** A patch of so many people of each kind of change. */
const patch = fc
  .tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 400 })))
  .map(([added = 0, updated = 0, removed = 0]): Patch => {
    const some = (count: number, from: number) =>
      Array.from({ length: count }, (_, i) => person(from + i, `人${i}`));
    return {
      added: Object.fromEntries(some(added, 0).map((one) => [one.id, one])),
      updated: Object.fromEntries(
        some(updated, 1000).map((one) => [one.id, [one, { ...one, name: '改' }]]),
      ) as Patch['updated'],
      removed: Object.fromEntries(some(removed, 2000).map((one) => [one.id, one])),
    };
  });

const mergedRow = (content: Patch, n: number): MergedRow => ({
  id: idOf(n),
  sequence: n + 1,
  time: '2026-05-02T08:00:00.000Z',
  author: '乙',
  label: { key: 'edit.add', params: {} },
  action: 'edit',
  of: null,
  patch: content,
});

describe('sliceRow', () => {
  it('cuts a row into slices of bounded weight that are the row again when they are joined', () => {
    const rows = fc
      .tuple(patch, fc.array(patch, { maxLength: 6 }))
      .map(([own, others]) => ({ patch: own, merged: others.map(mergedRow) }));
    fc.assert(
      fc.property(rows, (row) => {
        const slices = [...sliceRow(row)];
        expect(JSON.stringify(joinSlices(slices))).toBe(JSON.stringify(row));
        for (const slice of slices) {
          const records = [slice, ...slice.merged].flatMap((one) => changesOf(one.patch).flat());
          const weight = records.reduce((sum, one) => sum + (one ? recordWeight(one) : 0), 0);
          expect(weight).toBeLessThanOrEqual(partWeight);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('says nothing of a row that says nothing', () => {
    expect([...sliceRow({ patch: emptyPatch() })]).toEqual([]);
  });
});
