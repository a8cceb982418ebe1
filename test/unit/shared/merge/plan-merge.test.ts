import { describe, expect, it } from 'vitest';
import { lostNeeds } from '#shared/merge/lost-needs.ts';
import { planMerge } from '#shared/merge/plan-merge.ts';
import { renameProject } from '#shared/edits/rename-project.ts';
import { Desk, idOf, organisation, person, smallOffice } from './desk.ts';

function twoLaptops(): [Desk, Desk] {
  const mine = smallOffice();
  mine.put(person(20, '出发前'));
  return [mine, mine.carryTo('乙')];
}

describe('merging two copies', () => {
  it('takes what only the other changed, and keeps what only this one changed', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(21, '我改'));
    theirs.put(person(22, '他改'), person(30, '他加'));
    theirs.remove(23);
    expect(mine.plan(theirs).conflicts).toEqual([]);
    mine.merge(theirs);
    const names = mine.document.all('person').map(({ name }) => name);
    expect(names.sort()).toEqual(['人24', '他加', '他改', '出发前', '我改'].sort());
  });

  it('asks where both changed a record, and says who did what', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(21, '我改'));
    theirs.put(person(21, '他改'));
    const [conflict, ...others] = mine.plan(theirs).conflicts;
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({
      id: idOf(21),
      mine: { name: '我改' },
      theirs: { name: '他改' },
      mineBy: { author: '甲' },
      theirsBy: { author: '乙' },
    });
  });

  it('does not ask where both came to the same', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(21, '一样'));
    theirs.put(person(21, '一样'));
    expect(mine.plan(theirs)).toMatchObject({ taken: [], conflicts: [] });
  });

  it('asks where one removed what the other changed', () => {
    const [mine, theirs] = twoLaptops();
    mine.remove(21);
    theirs.put(person(21, '他改'));
    expect(mine.plan(theirs).conflicts).toMatchObject([{ mine: null, theirs: { name: '他改' } }]);
  });

  it('asks before it removes what something new of this copy names', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(21, '进单位', 10));
    theirs.remove(10);
    expect(mine.plan(theirs).conflicts).toMatchObject([
      { id: idOf(10), theirs: null, neededBy: [idOf(21)] },
    ]);
    expect(theirs.plan(mine).conflicts).toMatchObject([
      { id: idOf(10), mine: null, neededBy: [idOf(21)] },
    ]);
  });

  it('gives back the decision to keep what is needed, too', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(21, '进单位', 10));
    theirs.remove(10);
    mine.merge(theirs, 'mine');
    expect(theirs.plan(mine).conflicts).toEqual([]);
    theirs.merge(mine);
    expect(theirs.content).toEqual(mine.content);
  });

  it('asks where two copies settled a question about a third each in another way', () => {
    const [mine, theirs] = twoLaptops();
    const third = mine.carryTo('丙');
    mine.put(person(21, '甲改'));
    third.put(person(21, '丙改'));
    theirs.merge(third);
    theirs.merge(mine, 'mine');
    mine.merge(third, 'mine');
    theirs.put(person(21, '乙改'));
    for (const plan of [mine.plan(theirs), theirs.plan(mine)]) {
      expect(plan.conflicts.map(({ id }) => id)).toEqual([idOf(21)]);
    }
  });

  it('asks about what is needed by what is needed', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(organisation(11, '科', 10));
    theirs.merge(mine);
    mine.put(person(21, '进科', 11));
    theirs.remove(10, 11);
    for (const [here, there] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const asked = here.plan(there).conflicts.map(({ id, neededBy }) => [id, neededBy] as const);
      expect(Object.fromEntries(asked)).toEqual({
        [idOf(10)]: [idOf(11)],
        [idOf(11)]: [idOf(21)],
      });
    }
  });

  it('tells what cannot go as long as something chosen needs it', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(organisation(11, '科', 10), person(21, '进科', 11));
    theirs.put(person(21, '他改'));
    theirs.remove(10, 11);
    const plan = mine.plan(theirs);
    const lost = (...choices: [number, 'mine' | 'theirs'][]) =>
      [...lostNeeds(plan, new Map(choices.map(([n, choice]) => [idOf(n), choice])))].sort();
    expect(plan.conflicts.map(({ id }) => id).sort()).toEqual([10, 11, 21].map(idOf));
    expect(lost([11, 'theirs'])).toEqual([]);
    expect(lost([11, 'theirs'], [21, 'mine'])).toEqual([idOf(11)]);
    expect(lost([10, 'theirs'], [11, 'mine'], [21, 'theirs'])).toEqual([idOf(10)]);
    expect(lost([10, 'theirs'], [11, 'theirs'], [21, 'theirs'])).toEqual([]);
  });

  it('keeps the rows of the other log, and what they say of whom', () => {
    const [mine, theirs] = twoLaptops();
    theirs.put(person(22, '一'));
    theirs.put(person(22, '二'));
    mine.put(person(21, '我'));
    mine.merge(theirs);
    const last = mine.history.rows.at(-1);
    expect(last?.merged?.map(({ author, id }) => [author, id])).toEqual(
      theirs.history.rows.slice(1).map(({ author, id }) => [author, id]),
    );
    expect(last?.merged?.map(({ author }) => author)).toEqual(['乙', '乙']);
  });

  it('has nothing to do the second time, whatever was chosen', () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const [mine, theirs] = twoLaptops();
      mine.put(person(21, '我改'));
      theirs.put(person(21, '他改'));
      mine.merge(theirs, choice);
      expect(planMerge(mine.copy, theirs.copy)).toEqual({ refused: 'merge.refused.nothingNew' });
    }
  });

  it('asks a settled question again only when the other has changed it again', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(21, '我改'));
    theirs.put(person(21, '他改'));
    mine.merge(theirs, 'mine');
    theirs.put(person(22, '别的'));
    expect(mine.plan(theirs).conflicts).toEqual([]);
    theirs.put(person(21, '又改'));
    expect(mine.plan(theirs).conflicts).toHaveLength(1);
    expect(mine.plan(theirs).taken).toHaveLength(1);
  });

  it('gives a decision back to the copy it was made about', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(21, '我改'));
    theirs.put(person(21, '他改'));
    mine.merge(theirs, 'mine');
    expect(theirs.plan(mine).conflicts).toEqual([]);
    theirs.merge(mine);
    expect(theirs.content).toEqual(mine.content);
  });

  it('follows on where both merged before', () => {
    const [mine, theirs] = twoLaptops();
    theirs.put(person(22, '一'));
    mine.merge(theirs);
    theirs.put(person(22, '二'));
    expect(mine.plan(theirs).conflicts).toEqual([]);
    mine.merge(theirs);
    expect(mine.document.get(idOf(22))).toMatchObject({ name: '二' });
  });

  it('can merge again what was merged and taken back', () => {
    const [mine, theirs] = twoLaptops();
    theirs.put(person(22, '他改'));
    mine.merge(theirs);
    mine.undo();
    expect(mine.document.get(idOf(22))).toMatchObject({ name: '人22' });
    mine.put(person(21, '别的'));
    mine.merge(theirs);
    expect(mine.document.get(idOf(22))).toMatchObject({ name: '他改' });
  });

  it('does not hand on what was merged elsewhere and taken back: it can still come from its author', () => {
    const [mine, theirs] = twoLaptops();
    const third = mine.carryTo('丙');
    third.put(person(23, '丙改'));
    theirs.merge(third);
    theirs.undo();
    theirs.put(person(22, '乙改'));
    mine.merge(theirs);
    expect(mine.document.get(idOf(23))).toMatchObject({ name: '人23' });
    mine.merge(third);
    expect(mine.document.get(idOf(23))).toMatchObject({ name: '丙改' });
  });

  it('hands on what was merged, taken back and done again', () => {
    const [mine, theirs] = twoLaptops();
    const third = mine.carryTo('丙');
    third.put(person(23, '丙改'));
    theirs.merge(third);
    theirs.undo();
    theirs.redo();
    mine.merge(theirs);
    expect(mine.document.get(idOf(23))).toMatchObject({ name: '丙改' });
    expect(planMerge(mine.copy, third.copy)).toEqual({ refused: 'merge.refused.nothingNew' });
  });

  it('knows a state again that a log tells of in the form of an older version', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(21, '我改'));
    theirs.put(person(21, '他改'));
    theirs.put(person(21, '我改'), person(22, '别的'));
    theirs.put(person(21, '再改'));
    const older = structuredClone(theirs.copy);
    for (const { patch } of older.audit) {
      for (const [from, to] of Object.values(patch.updated)) {
        for (const state of [from, to])
          if (state.kind === 'person') Reflect.deleteProperty(state, 'leave');
      }
    }
    expect(planMerge(mine.copy, older)).toMatchObject({ conflicts: [] });
  });

  it('brings three laptops together, each row once', () => {
    const [mine, theirs] = twoLaptops();
    const third = mine.carryTo('丙');
    theirs.put(person(22, '乙改'));
    third.put(person(23, '丙改'));
    theirs.merge(third);
    mine.merge(theirs);
    expect(planMerge(mine.copy, third.copy)).toEqual({ refused: 'merge.refused.nothingNew' });
    expect(mine.history.rows.at(-1)?.merged?.map(({ author }) => author)).toEqual([
      '乙',
      '丙',
      '乙',
    ]);
    expect(mine.content).toEqual(theirs.content);
  });

  it('takes a copy that was stored under another id for the same project', () => {
    const [mine, theirs] = twoLaptops();
    theirs.put(person(22, '他改'));
    const renamed = renameProject(theirs.copy, idOf(1), idOf(2));
    const other = new Desk('乙', renamed.records, renamed.audit);
    mine.merge(other);
    expect(mine.document.get(idOf(22))).toMatchObject({ name: '他改' });
    expect(mine.document.all('project')).toHaveLength(1);
  });

  it('refuses another project', () => {
    const [mine] = twoLaptops();
    const foreign = smallOffice().copy.records.map((record) =>
      record.kind === 'project'
        ? { ...record, id: idOf(2), createdAt: '2026-04-02T00:00:00.000Z' }
        : record,
    );
    const plan = planMerge(mine.copy, { records: foreign, audit: [] });
    expect(plan).toEqual({ refused: 'merge.refused.other' });
  });

  it('asks before it follows a copy in what its own log does not say', () => {
    const [mine, theirs] = twoLaptops();
    mine.put(person(24, '我改'));
    theirs.put(person(21, '他改'), person(22, '他改'), person(23, '他改'));
    const { records, audit } = theirs.copy;
    const damaged = records
      .filter(({ id }) => id !== idOf(21))
      .map((record) => (record.id === idOf(22) ? person(22, '坏了') : record));
    const odd = new Desk('乙', damaged, audit);
    for (const plan of [mine.plan(odd), odd.plan(mine)]) {
      expect(plan.conflicts.map(({ id }) => id).sort()).toEqual([idOf(21), idOf(22)]);
    }
    expect(mine.plan(odd).taken).toMatchObject([{ theirs: { id: idOf(23) } }]);
  });

  it('asks about what differs although neither log says why', () => {
    const [mine, theirs] = twoLaptops();
    const odd = new Desk(
      '乙',
      theirs.copy.records.map((record) =>
        record.id === idOf(11) ? organisation(11, '来历不明') : record,
      ),
      theirs.copy.audit,
    );
    odd.put(person(22, '他改'));
    expect(mine.plan(odd).conflicts).toMatchObject([{ id: idOf(11) }]);
  });
});
