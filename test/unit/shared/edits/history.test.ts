import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditRow } from '#shared/edits/audit.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { importRecords } from '#shared/edits/commands/import-records.ts';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import { updateProject } from '#shared/edits/commands/update-project.ts';
import { Document } from '#shared/edits/document.ts';
import { History, type Step } from '#shared/edits/history.ts';
import { contentOf, idOf, record, smallDistrict } from './records.ts';

/** A document with its log, driven as a window drives it. */
class Desk {
  readonly document = new Document(smallDistrict());
  readonly history = new History();

  take(step: Step | null): boolean {
    if (!step) return false;
    const sequence = this.history.nextSequence;
    const row: AuditRow = {
      id: idOf(1000 + sequence),
      sequence,
      time: '2026-05-01T00:00:00.000Z',
      author: '',
      ...step,
    };
    this.document.apply(row.patch);
    this.history.append(row);
    return true;
  }

  edit(result: CommandResult): boolean {
    if ('refused' in result) return false;
    return this.take({ action: 'edit', of: null, label: result.label, patch: result.patch });
  }

  get content() {
    return contentOf(this.document.everything());
  }
}

type Action = (desk: Desk) => boolean;

const name = fc.string({ minLength: 1, maxLength: 5 }).filter((text) => text.trim() !== '');
const someId = fc.integer({ min: 2, max: 14 }).map(idOf);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(fc.integer({ min: 7, max: 14 }), name).map(
    ([n, text]): Action =>
      (desk) =>
        desk.edit(putRecords(desk.document, { records: [record('person', n, { name: text })] })),
  ),
  fc.array(someId, { minLength: 1, maxLength: 4 }).map(
    (ids): Action =>
      (desk) =>
        desk.edit(removeRecords(desk.document, { ids })),
  ),
  fc.array(fc.tuple(fc.integer({ min: 11, max: 14 }), name), { maxLength: 5 }).map(
    (rows): Action =>
      (desk) =>
        desk.edit(
          importRecords(desk.document, {
            records: rows.map(([n, text]) =>
              record('point', n, { name: text, pointKind: 'x', position: [116, 40] }),
            ),
            label: { key: 'edit.addMany', params: { count: rows.length } },
          }),
        ),
  ),
  name.map(
    (text): Action =>
      (desk) =>
        desk.edit(updateProject(desk.document, { name: text })),
  ),
  fc.constant<Action>((desk) => desk.take(desk.history.undoStep())),
  fc.constant<Action>((desk) => desk.take(desk.history.redoStep())),
);

const actions = fc.array(action, { maxLength: 40 });

describe('History', () => {
  it('takes everything back, and does everything again', () => {
    let taken = 0;
    fc.assert(
      fc.property(actions, (list) => {
        const desk = new Desk();
        const before = desk.content;
        for (const act of list) if (act(desk)) taken += 1;
        const after = desk.content;
        let undone = 0;
        while (desk.take(desk.history.undoStep())) undone += 1;
        expect(desk.content).toEqual(before);
        for (let i = 0; i < undone; i++) desk.take(desk.history.redoStep());
        expect(desk.content).toEqual(after);
      }),
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('is the same when rebuilt from its log, which is never cut', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const desk = new Desk();
        let rows = 0;
        for (const act of list) {
          if (act(desk)) rows += 1;
          expect(desk.history.rows).toHaveLength(rows);
        }
        const rebuilt = new History(structuredClone(desk.history.rows));
        expect(rebuilt.undoStep()).toEqual(desk.history.undoStep());
        expect(rebuilt.redoStep()).toEqual(desk.history.redoStep());
        const replayed = new Document(smallDistrict());
        for (const row of rebuilt.rows) replayed.apply(row.patch);
        expect(contentOf(replayed.everything())).toEqual(desk.content);
      }),
    );
  });

  it('ends redo with a new edit', () => {
    const desk = new Desk();
    const rename = (text: string) => desk.edit(updateProject(desk.document, { name: text }));
    rename('一');
    rename('二');
    desk.take(desk.history.undoStep());
    expect(desk.history.redoLabel).toEqual({ key: 'edit.updateProject', params: {} });
    rename('三');
    expect(desk.history.redoLabel).toBeNull();
    expect(desk.history.redoStep()).toBeNull();
    desk.take(desk.history.undoStep());
    expect(desk.document.all('project')[0]?.name).toBe('一');
  });

  it('refuses rows that are out of turn', () => {
    const desk = new Desk();
    desk.edit(updateProject(desk.document, { name: '一' }));
    desk.edit(updateProject(desk.document, { name: '二' }));
    const [first, second] = desk.history.rows as [AuditRow, AuditRow];
    expect(() => new History([second])).toThrow(/was due/);
    const undoOfFirst: AuditRow = {
      ...second,
      id: idOf(99),
      sequence: 3,
      action: 'undo',
      of: first.id,
    };
    expect(() => new History([first, second, undoOfFirst])).toThrow(/in turn/);
  });

  it('leads back to the state after any row, also to what was built over', () => {
    const ways = new Set<string>();
    fc.assert(
      fc.property(actions, fc.nat(), (list, pick) => {
        const desk = new Desk();
        const after: Desk['content'][] = [];
        for (const act of list) if (act(desk)) after.push(desk.content);
        if (after.length === 0) return;
        const sequence = 1 + (pick % after.length);
        const way = desk.history.wayTo(sequence);
        if (way && 'restore' in way) {
          ways.add('restore');
          const label = { key: 'history.restored', params: { sequence } };
          desk.take({ action: 'edit', of: null, label, patch: way.restore });
        } else if (way) {
          const isBack = 'undo' in way;
          ways.add(isBack ? 'undo' : 'redo');
          let left = isBack ? way.undo : way.redo;
          while (left-- > 0) {
            const step = isBack ? desk.history.undoStep() : desk.history.redoStep();
            expect(desk.take(step)).toBe(true);
          }
        }
        expect(desk.content).toEqual(after[sequence - 1]);
        expect(desk.history.wayTo(sequence)).toBeNull();
      }),
    );
    expect([...ways].sort()).toEqual(['redo', 'restore', 'undo']);
  });

  it('says what has become of each edit', () => {
    const desk = new Desk();
    const add = (n: number) =>
      desk.edit(putRecords(desk.document, { records: [record('person', n, { name: '甲' })] }));
    add(21);
    add(22);
    desk.take(desk.history.undoStep());
    expect([...desk.history.states().values()]).toEqual(['now', 'undone']);
    add(23);
    expect([...desk.history.states().values()]).toEqual(['done', 'left', 'now']);
  });
});
