import { describe, expect, it } from 'vitest';
import { checkIntegrity } from '#shared/keep/check-integrity.ts';
import { changeBetween } from '#shared/keep/compare-records.ts';
import { mendFromLog } from '#shared/keep/mend-from-log.ts';
import { Document } from '#shared/edits/document.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { idOf, organisation, person, smallOffice } from '#test/unit/shared/merge/desk.ts';

const problems = (records: readonly AnyRecord[], audit = smallOffice().copy.audit) =>
  runSteps(checkIntegrity(records, audit)).map(({ what, id, target }) => [what, id, target]);

describe('integrity of a stored project', () => {
  it('finds nothing in one that was merely worked with', () => {
    const desk = smallOffice();
    desk.put(person(20, '改', 10), person(30, '新'));
    desk.remove(21);
    desk.undo();
    expect(problems(desk.copy.records, desk.copy.audit)).toEqual([]);
  });

  it('finds references that lead nowhere or to something else', () => {
    const { records } = smallOffice().copy;
    expect(problems([...records, person(30, '甲', 99), person(31, '乙', 20)])).toEqual([
      ['missing', idOf(30), idOf(99)],
      ['wrongKind', idOf(31), idOf(20)],
    ]);
    expect(problems([...records, organisation(20)])).toEqual([['twice', idOf(20), null]]);
  });

  it('holds every record against the log', () => {
    const desk = smallOffice();
    desk.put(person(20, '改'));
    desk.put(person(30, '新'));
    desk.remove(21);
    const { records, audit } = desk.copy;
    const without = records.filter(({ id }) => id !== idOf(30));
    expect(problems(without, audit)).toEqual([['lost', idOf(30), null]]);
    expect(problems([...records, person(21, '人21')], audit)).toEqual([['undead', idOf(21), null]]);
    const other = records.map((one) => (one.id === idOf(20) ? person(20, '坏') : one));
    expect(problems(other, audit)).toEqual([['unlike', idOf(20), null]]);
  });
});

describe('mending by the log', () => {
  it('leaves nothing that the log does not say, and what it does not tell of as it is', () => {
    const desk = smallOffice();
    desk.put(person(20, '改'), person(30, '新'));
    desk.remove(21);
    const { records, audit } = desk.copy;
    const damaged = records
      .filter(({ id }) => id !== idOf(30))
      .map((one) => (one.id === idOf(20) ? person(20, '坏') : one));
    const all = [...damaged, person(21, '人21'), person(31, '甲', 99)];
    const found = runSteps(checkIntegrity(all, audit));
    expect(found.map(({ what }) => what).sort()).toEqual(['lost', 'missing', 'undead', 'unlike']);
    const document = new Document(all);
    document.apply(mendFromLog(found));
    expect(problems([...document.everything()], audit)).toEqual([['missing', idOf(31), idOf(99)]]);
  });
});

describe('what differs between two states', () => {
  it('is what leads from one to the other', () => {
    const before = smallOffice();
    const after = before.carryTo('乙');
    after.put(person(20, '改'), person(30, '新'));
    after.remove(21);
    const patch = changeBetween(before.copy.records, after.copy.records);
    expect(Object.keys(patch.added)).toEqual([idOf(30)]);
    expect(Object.keys(patch.updated)).toEqual([idOf(20)]);
    expect(Object.keys(patch.removed)).toEqual([idOf(21)]);
    before.document.apply(patch);
    expect(before.content).toEqual(after.content);
  });
});
