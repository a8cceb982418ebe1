import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/edits/command.ts';
import { appointStandIn } from '#shared/edits/commands/appoint-stand-in.ts';
import { identifyOnDuty } from '#shared/edits/commands/identify-on-duty.ts';
import { recordCheckIn } from '#shared/edits/commands/record-check-in.ts';
import { repeatDutyLists } from '#shared/edits/commands/repeat-duty-lists.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { contentOf, idOf, record, smallDistrict } from '#test/unit/shared/edits/records.ts';

const day = '2026-05-10';
const time = (clock: string) => Date.parse(`${day}T${clock}:00+08:00`);
const [wang, li, newId] = [idOf(7), idOf(8), idOf(99)];

function given(): Document {
  return new Document([
    ...smallDistrict(),
    record('dutyList', 20, {
      day,
      source: '值班.csv',
      entries: [{ personId: wang, name: '王一' }, { name: '李二' }, { name: '生人', phone: '9' }],
      checkIns: [
        { name: '王一', at: `${day}T06:10:00+08:00` },
        { name: '李二', at: `${day}T06:20:00+08:00` },
      ],
    }),
  ]);
}

/** Runs a command, takes it back, and answers the document with it done; the refusal if it refuses. */
function run<Arguments>(command: Command<Arguments>, args: Arguments): Document | string {
  const document = given();
  const before = contentOf(document.everything());
  const result = command(document, args);
  if ('refused' in result) return result.refused;
  document.apply(result.patch);
  const after = new Document(document.everything());
  document.apply(reversePatch(result.patch));
  expect(contentOf(document.everything())).toEqual(before);
  return after;
}

const lists = (document: Document | string) =>
  typeof document === 'string' ? document : document.all('dutyList');
const checkIn = { day, key: wang, personId: wang, name: '王一', phone: '', newId };

describe('recordCheckIn', () => {
  it('keeps what is said by hand apart from the lists, in their place', () => {
    expect(lists(run(recordCheckIn, { ...checkIn, at: time('06:45') }))).toMatchObject([
      { id: idOf(20), checkIns: [{ name: '李二' }] },
      {
        id: newId,
        day,
        source: '',
        entries: [],
        checkIns: [{ personId: wang, at: '2026-05-09T22:45:00.000Z' }],
      },
    ]);
  });

  it('takes back what is there', () => {
    expect(lists(run(recordCheckIn, { ...checkIn, at: null }))).toMatchObject([
      { checkIns: [{ name: '李二' }] },
    ]);
  });

  it.each([
    ['another day', { at: Date.parse('2026-05-11T00:00:00+08:00') }, 'edit.refused.otherDay'],
    ['nothing there to take back', { key: '生人 9', at: null }, 'edit.refused.unchanged'],
  ])('refuses %s', (_, args, reason) => {
    expect(run(recordCheckIn, { ...checkIn, ...args })).toBe(reason);
  });

  it('adds to what was said by hand before', () => {
    const document = run(recordCheckIn, { ...checkIn, at: time('06:45') });
    if (typeof document === 'string') throw new Error(document);
    const args = { ...checkIn, key: li, personId: li, name: '李二', at: time('06:00') };
    const result = recordCheckIn(document, args);
    if ('refused' in result) throw new Error(result.refused);
    document.apply(result.patch);
    expect(lists(document)).toMatchObject([{ checkIns: [] }, { checkIns: [{}, { name: '李二' }] }]);
  });
});

describe('appointStandIn', () => {
  it('names who comes instead, also for somebody whom nobody knows, and nobody again', () => {
    const document = run(appointStandIn, { day, key: '生人 9', standInId: wang });
    expect(lists(document)).toMatchObject([{ entries: [{}, {}, { standInId: wang }] }]);
    if (typeof document === 'string') throw new Error(document);
    const again = appointStandIn(document, { day, key: '生人 9', standInId: null });
    if ('refused' in again) throw new Error(again.refused);
    document.apply(again.patch);
    expect(contentOf(document.everything())).toEqual(contentOf(given().everything()));
  });

  it.each([
    ['themselves', { key: wang, standInId: wang }, 'edit.refused.ownStandIn'],
    ['somebody who is gone', { key: wang, standInId: idOf(50) }, 'edit.refused.missing'],
    ['for somebody on no list', { key: idOf(50), standInId: li }, 'edit.refused.missing'],
  ])('refuses %s', (_, args, reason) => {
    expect(run(appointStandIn, { day, ...args })).toBe(reason);
  });

  it('refuses somebody on leave that day', () => {
    const document = new Document([
      ...smallDistrict(),
      record('dutyList', 20, { day: '2026-05-02', entries: [{ personId: wang }] }),
    ]);
    expect(appointStandIn(document, { day: '2026-05-02', key: wang, standInId: li })).toMatchObject(
      {
        refused: 'edit.refused.standInOnLeave',
      },
    );
  });
});

describe('identifyOnDuty', () => {
  it('says whom a name means, in every row of the day', () => {
    const named = run(identifyOnDuty, { day, key: '生人 9', personId: li });
    expect(lists(named)).toMatchObject([{ entries: [{}, {}, { name: '生人', personId: li }] }]);
    expect(run(identifyOnDuty, { day, key: '别人 1', personId: li })).toBe('edit.refused.missing');
  });
});

describe('repeatDutyLists', () => {
  it('takes who is on duty to another day, without what happened', () => {
    let n = 100;
    const args = { from: day, day: '2026-05-11', newId: () => idOf(n++) };
    expect(lists(run(repeatDutyLists, args))).toMatchObject([
      { day },
      { id: idOf(100), day: '2026-05-11', entries: [{}, {}, {}], checkIns: [] },
    ]);
    expect(run(repeatDutyLists, { ...args, day })).toBe('edit.refused.hasDutyList');
  });
});
