import { describe, expect, it } from 'vitest';
import { fromStored, headOf, isLarge, slicesOf } from '#renderer/storage/stored-row.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { idOf, person } from '#test/unit/shared/merge/desk.ts';

const rowOf = (count: number): AuditRow => {
  const people = Array.from({ length: count }, (_, i) => person(i, `人${i}`));
  return {
    id: idOf(9000),
    sequence: 7,
    time: '2026-05-02T08:00:00.000Z',
    author: '甲',
    label: { key: 'edit.add', params: {} },
    action: 'edit',
    of: null,
    patch: { ...emptyPatch(), added: Object.fromEntries(people.map((one) => [one.id, one])) },
    merged: [],
  };
};

describe('rows of the log as they are stored', () => {
  it('lie in slices when they are large, and are whole again when they are read', () => {
    const row = rowOf(2000);
    expect([isLarge(row), isLarge(rowOf(20))]).toEqual([true, false]);
    const slices = [...slicesOf(row)];
    const head = headOf(row, slices.length);
    expect(head.patch).toEqual(emptyPatch());
    expect(slices.length).toBeGreaterThan(1);
    expect(fromStored(head, slices)).toEqual(row);
  });

  it('are damaged when a slice is missing', () => {
    const row = rowOf(2000);
    const slices = [...slicesOf(row)];
    const head = headOf(row, slices.length);
    expect(() => fromStored(head, slices.slice(0, -1))).toThrow(/slices/);
    expect(() => fromStored(head, slices.slice(1))).toThrow(/slices/);
    expect(() => fromStored(row, slices)).toThrow(/slices/);
  });
});
