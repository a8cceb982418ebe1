import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditRow } from '#shared/edits/audit.ts';
import { Document } from '#shared/edits/document.ts';
import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { recordsAsOf } from '#shared/edits/records-as-of.ts';
import { endOfDay, localDay } from '#shared/model/local-day.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { contentOf, idOf, record, smallDistrict } from './records.ts';

const row = (sequence: number, time: string, patch: Partial<Patch>): AuditRow => ({
  id: idOf(1000 + sequence),
  sequence,
  time,
  author: '',
  label: { key: 'edit.change', params: {} },
  action: 'edit',
  of: null,
  patch: { ...emptyPatch(), ...patch },
});

const [wang] = smallDistrict().filter(({ id }) => id === idOf(7));
if (!wang) throw new Error('nobody');
const renamed = record('person', 7, { name: '王一一' });
const zhao = record('person', 30, { name: '赵三' });
const log = [
  row(1, '2026-06-10T09:00:00+08:00', { updated: { [idOf(7)]: [wang, renamed] } }),
  row(2, '2026-06-11T09:00:00+08:00', { added: { [idOf(30)]: zhao } }),
  row(3, '2026-06-12T09:00:00+08:00', { removed: { [idOf(7)]: renamed } }),
];

function now(): AnyRecord[] {
  const document = new Document(smallDistrict());
  for (const { patch } of log) document.apply(patch);
  return [...document.everything()];
}

const people = (records: readonly AnyRecord[]) =>
  records.flatMap((one) => (one.kind === 'person' ? one.name : [])).toSorted();

describe('recordsAsOf', () => {
  it.each([
    ['2026-06-09', ['李二', '王一']],
    ['2026-06-10', ['李二', '王一一']],
    ['2026-06-11', ['李二', '王一一', '赵三']],
    ['2026-06-12', ['李二', '赵三']],
    ['2027-01-01', ['李二', '赵三']],
  ])('takes back what was done after %s', (day, names) => {
    expect(people(recordsAsOf(now(), log, endOfDay(day, 480)))).toEqual(names.toSorted());
  });

  it('counts the last moment of the day on the clock of the district', () => {
    const late = [row(1, '2026-06-10T23:59:59.999+08:00', { added: { [idOf(30)]: zhao } })];
    const records = [...smallDistrict(), zhao];
    const of = (offset: number) =>
      people(recordsAsOf(records, late, endOfDay('2026-06-10', offset)));
    expect(of(480)).toContain('赵三');
    expect(of(540)).not.toContain('赵三');
  });

  it('takes a row after a clock was set back for as late as the one before it', () => {
    const back = [
      row(1, '2026-06-12T09:00:00+08:00', { added: { [idOf(30)]: zhao } }),
      row(2, '1970-01-01T00:00:00Z', {
        removed: { [idOf(8)]: record('person', 8, { name: '李二' }) },
      }),
    ];
    const records = [...smallDistrict().filter(({ id }) => id !== idOf(8)), zhao];
    expect(people(recordsAsOf(records, back, endOfDay('2026-06-11', 480)))).toEqual(
      ['李二', '王一'].toSorted(),
    );
  });

  it('gives fields that came later their defaults', () => {
    const { organisationId: _, leave: __, ...old } = record('person', 30, { name: '赵三' });
    const removed = [
      row(1, '2026-06-12T09:00:00+08:00', { removed: { [idOf(30)]: old as AnyRecord } }),
    ];
    expect(recordsAsOf([], removed, endOfDay('2026-06-11', 480))).toEqual([
      { ...old, organisationId: null, leave: [] },
    ]);
  });

  /** An edit of one of five people: named anew, added where missing, or removed; so many hours later. */
  const edits = fc.array(
    fc.record({ n: fc.nat(4), name: fc.constantFrom('甲', '乙', null), hours: fc.nat(30) }),
    { maxLength: 30 },
  );

  it('is what a replay of the log up to that day gives', () => {
    fc.assert(
      fc.property(edits, fc.nat(40), (drawn, daysOn) => {
        const document = new Document(smallDistrict());
        const replayed = new Document(smallDistrict());
        const end = endOfDay(localDay(Date.UTC(2026, 5, 1) + daysOn * 86_400_000, 480), 480);
        let time = Date.UTC(2026, 5, 1);
        const rows = drawn.flatMap(({ n, name, hours }, i) => {
          time += hours * 3_600_000;
          const id = idOf(40 + n);
          const before = document.get(id);
          const patch = emptyPatch();
          const after = name === null ? null : record('person', 40 + n, { name });
          if (before && after) patch.updated[id] = [before, after];
          else if (before) patch.removed[id] = before;
          else if (after) patch.added[id] = after;
          document.apply(patch);
          if (time <= end) replayed.apply(patch);
          return [row(i + 1, new Date(time).toISOString(), patch)];
        });
        const found = recordsAsOf(document.everything(), rows, end);
        expect(contentOf(found)).toEqual(contentOf(replayed.everything()));
      }),
    );
  });
});
