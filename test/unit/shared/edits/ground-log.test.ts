import { describe, expect, it } from 'vitest';
import type { AuditRow } from '#shared/edits/audit.ts';
import { groundLog } from '#shared/edits/ground-log.ts';
import { emptyPatch, type Patch, reversePatch } from '#shared/edits/patch.ts';
import { idOf, record, square } from '#test/unit/shared/edits/records.ts';

const zone = (n: number, name: string) =>
  record('zone', n, { parentId: idOf(4), name, shape: 'block', geometry: square });
const person = record('person', 7, { name: '王一' });

/** Rows of a log, one a day from 1 June on unless said. */
function log(...steps: (Partial<AuditRow> & { patch: Patch })[]) {
  return groundLog(
    steps.map((step, i) => ({
      id: `row ${i}`,
      sequence: i + 1,
      time: `2026-06-0${i + 1}T00:00:00Z`,
      author: '',
      label: { key: 'x', params: {} },
      action: 'edit',
      of: null,
      ...step,
    })),
    480,
  ).map(({ day, before }) => [
    day,
    before.map(([id, was]) => [id, was && 'name' in was ? was.name : null]),
  ]);
}
const adds = (...zones: ReturnType<typeof zone>[]): Patch => ({
  ...emptyPatch(),
  added: Object.fromEntries(zones.map((one) => [one.id, one])),
});
const changes = (from: ReturnType<typeof zone>, to: ReturnType<typeof zone>): Patch => ({
  ...emptyPatch(),
  updated: { [from.id]: [from, to] },
});

describe('groundLog', () => {
  it('tells what was redrawn, not what was entered for the first time', () => {
    expect(
      log({ patch: adds(zone(5, 'a')) }, { patch: changes(zone(5, 'a'), zone(5, 'b')) }),
    ).toEqual([['2026-06-02', [[idOf(5), 'a']]]]);
    expect(log({ patch: { ...emptyPatch(), added: { [person.id]: person } } })).toEqual([]);
  });

  it('takes back a split as a whole: the new part was not there before', () => {
    const split = {
      ...changes(zone(5, 'whole'), zone(5, 'half')),
      added: adds(zone(6, 'new')).added,
    };
    expect(log({ patch: split })).toEqual([
      [
        '2026-06-01',
        [
          [idOf(5), 'whole'],
          [idOf(6), null],
        ],
      ],
    ]);
  });

  it('counts a day once, by the district’s clock', () => {
    expect(
      log(
        { patch: changes(zone(5, 'a'), zone(5, 'b')), time: '2026-06-01T15:59:00Z' },
        { patch: changes(zone(5, 'b'), zone(5, 'c')), time: '2026-06-01T16:00:00Z' },
        { patch: changes(zone(5, 'c'), zone(5, 'd')), time: '2026-06-02T01:00:00Z' },
      ),
    ).toEqual([
      ['2026-06-01', [[idOf(5), 'a']]],
      ['2026-06-02', [[idOf(5), 'b']]],
    ]);
  });

  it('leaves out what was taken back, and keeps what was done again', () => {
    const patch = changes(zone(5, 'a'), zone(5, 'b'));
    const undo = { patch: reversePatch(patch), action: 'undo', of: 'row 0' } as const;
    const redo = { patch, action: 'redo', of: 'row 0' } as const;
    expect(log({ patch }, undo)).toEqual([]);
    expect(log({ patch }, undo, redo)).toEqual([['2026-06-03', [[idOf(5), 'a']]]]);
    expect(log({ patch }, undo, redo, undo)).toEqual([]);
    // An import that was taken back removes nothing that was there before.
    const added = adds(zone(6, 'x'));
    expect(
      log({ patch: added }, { patch: reversePatch(added), action: 'undo', of: 'row 0' }),
    ).toEqual([]);
  });
});
