import { describe, expect, it } from 'vitest';
import { handOverStates } from '#renderer/features/hand-over/hand-over-states.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { idOf, record, square } from '#test/unit/shared/edits/records.ts';

const zone = (name: string) =>
  record('zone', 5, { parentId: idOf(4), name, shape: 'block', geometry: square });
const person = record('person', 7, { name: '王一' });

/** Steps of 1, 2 and 3 June: a becomes b, a person is added, b becomes c. */
const rows = (
  [
    { ...emptyPatch(), updated: { [idOf(5)]: [zone('a'), zone('b')] } },
    { ...emptyPatch(), added: { [person.id]: person } },
    { ...emptyPatch(), updated: { [idOf(5)]: [zone('b'), zone('c')] } },
  ] as Patch[]
).map(
  (patch, i): AuditRow => ({
    id: `row ${i}`,
    sequence: i + 1,
    time: `2026-06-0${i + 1}T02:00:00Z`,
    author: '',
    label: { key: 'x', params: {} },
    action: 'edit',
    of: null,
    patch,
  }),
);
const names = (changes: ReturnType<typeof handOverStates>['before']) =>
  changes.map(([id, was]) => [id, was && 'name' in was ? was.name : null]);

describe('handOverStates', () => {
  const steps = (first: number, last: number) =>
    handOverStates(rows, { by: 'steps', first, last, effectiveOn: '2026-07-01' }, 480);

  it('compares before and after of one step, as of the day it takes effect', () => {
    const { before, after, lastDay, effectiveOn } = steps(1, 1);
    expect(names(before)).toEqual([
      [idOf(5), 'a'],
      [idOf(7), null],
    ]);
    expect(names(after)).toEqual([
      [idOf(5), 'b'],
      [idOf(7), null],
    ]);
    expect([lastDay, effectiveOn]).toEqual(['2026-07-01', '2026-07-01']);
  });

  it('needs nothing to tell what is as it is now', () => {
    expect(steps(3, 3).after).toEqual([]);
    expect(names(steps(2, 3).before)).toEqual([
      [idOf(5), 'b'],
      [idOf(7), null],
    ]);
  });

  it('compares two days by what had been done at their end, and by the terms of each', () => {
    const days = handOverStates(rows, { by: 'days', from: '2026-05-31', to: '2026-06-02' }, 480);
    expect(names(days.before)).toEqual([
      [idOf(5), 'a'],
      [idOf(7), null],
    ]);
    expect(names(days.after)).toEqual([[idOf(5), 'b']]);
    expect([days.lastDay, days.effectiveOn]).toEqual(['2026-05-31', '2026-06-02']);
  });
});
