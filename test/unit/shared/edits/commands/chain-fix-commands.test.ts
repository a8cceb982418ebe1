import { describe, expect, it } from 'vitest';
import type { CommandResult } from '#shared/edits/command.ts';
import { chooseParent } from '#shared/edits/commands/choose-parent.ts';
import { deputiseLeave } from '#shared/edits/commands/deputise-leave.ts';
import { enterPhone } from '#shared/edits/commands/enter-phone.ts';
import { fillSeats } from '#shared/edits/commands/fill-seats.ts';
import { keepHolder } from '#shared/edits/commands/keep-holder.ts';
import { prolongTerm } from '#shared/edits/commands/prolong-term.ts';
import { replaceHolder } from '#shared/edits/commands/replace-holder.ts';
import { setUpTeam } from '#shared/edits/commands/set-up-team.ts';
import { Document } from '#shared/edits/document.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import {
  base,
  head,
  on,
  onLeave,
  person,
  secondStreet,
} from '#test/unit/shared/edits/chain-fix-records.ts';
import { idOf } from '#test/unit/shared/edits/records.ts';

const reason = (result: CommandResult) => ('refused' in result ? result.refused : 'done');
const after = (result: CommandResult, records: AnyRecord[]) => {
  if ('refused' in result) throw new Error(result.refused);
  const document = new Document(records);
  document.apply(result.patch);
  return document;
};

describe('replaceHolder', () => {
  it('ends the old term the day before, keeps its last day, and gives a term of today as it is', () => {
    const records = base([head(20, 7, { to: '2026-12-31', deputyId: idOf(9) })]);
    const take = { posts: [{ postId: idOf(20), newId: idOf(50) }], personId: idOf(9), from: on };
    const document = after(replaceHolder(new Document(records), take), records);
    expect(document.find('post', idOf(20))).toMatchObject({ to: '2026-06-14', personId: idOf(7) });
    expect(document.find('post', idOf(50))).toMatchObject({
      from: on,
      to: '2026-12-31',
      personId: idOf(9),
      deputyId: null,
    });
    const fresh = base([head(20, 7, { from: on })]);
    const given = after(replaceHolder(new Document(fresh), take), fresh);
    expect(given.all('post')).toMatchObject([{ id: idOf(20), from: on, personId: idOf(9) }]);
  });

  it('refuses the same holder, a term that is over, and nobody', () => {
    const document = new Document(base([head(20, 7, { to: '2026-06-14' })]));
    const posts = [{ postId: idOf(20), newId: idOf(50) }];
    const give = (personN: number) =>
      reason(replaceHolder(document, { posts, personId: idOf(personN), from: on }));
    expect([give(7), give(9), give(99)]).toEqual([
      'edit.chainRefused.sameHolder',
      'edit.chainRefused.over',
      'edit.refused.missing',
    ]);
  });
});

describe('keepHolder', () => {
  it('takes away a term that begins that day, and leaves other days and the same person alone', () => {
    const records = base([
      head(22, 8, { from: on }),
      head(23, 9, { from: '2026-06-16' }),
      head(24, 7, { from: '2026-03-01' }),
    ]);
    const document = after(keepHolder(new Document(records), { postId: idOf(20), on }), records);
    expect(document.all('post').map(({ id, to }) => [id, to])).toEqual([
      [idOf(20), null],
      [idOf(23), null],
      [idOf(24), null],
    ]);
    expect(reason(keepHolder(document, { postId: idOf(20), on }))).toBe('edit.refused.unchanged');
  });
});

describe('prolongTerm', () => {
  it.each<[string | null, number | null, string]>([
    [null, null, 'done'],
    ['2026-06-14', null, 'edit.chainRefused.notLater'],
    ['2026-07-31', 8, 'done'],
    ['2026-08-01', 8, 'edit.chainRefused.taken'],
    [null, 8, 'edit.chainRefused.taken'],
    [null, 7, 'done'],
  ])('to %s, with a successor %s from August', (to, successor, expected) => {
    const next = successor === null ? [] : [head(22, successor, { from: '2026-08-01' })];
    const document = new Document(base([head(20, 7, { to: '2026-06-14' }), ...next]));
    expect(reason(prolongTerm(document, { postId: idOf(20), to }))).toBe(expected);
  });
});

describe('what else is refused', () => {
  const document = new Document(
    base([
      person(7, '王一', { leave: onLeave(null) }),
      person(8, '李二', { leave: onLeave(null) }),
    ]),
  );
  it.each<[string, CommandResult, string]>([
    [
      'a deputy on leave',
      deputiseLeave(document, { personId: idOf(7), deputyId: idOf(8), on }),
      'edit.chainRefused.onLeave',
    ],
    [
      'a deputy for oneself',
      deputiseLeave(document, { personId: idOf(7), deputyId: idOf(7), on }),
      'edit.chainRefused.ownDeputy',
    ],
    [
      'a deputy without leave',
      deputiseLeave(document, { personId: idOf(9), deputyId: idOf(8), on }),
      'edit.chainRefused.notOnLeave',
    ],
    [
      'words for a number',
      enterPhone(document, { recordId: idOf(7), phone: '无' }),
      'edit.chainRefused.noNumber',
    ],
    [
      'a street under a community',
      chooseParent(document, { placeId: idOf(3), parentId: idOf(4) }),
      'edit.chainRefused.notAbove',
    ],
    [
      'a second team of one name',
      setUpTeam(document, {
        newId: idOf(50),
        name: ' 一队 ',
        base: [116, 40],
        transport: 'foot',
        phone: '',
        memberIds: [],
      }),
      'edit.chainRefused.teamName',
    ],
  ])('%s', (_, result, expected) => {
    expect(reason(result)).toBe(expected);
  });
});

describe('fillSeats', () => {
  const seat = (targetN: number) =>
    ({
      kind: 'appoint',
      level: 'street',
      targetId: idOf(targetN),
      role: 'head',
      personId: idOf(9),
      from: on,
      newId: idOf(50 + targetN),
    }) as const;

  it('fills all in one step, or none', () => {
    const records = base(secondStreet).filter(({ kind }) => kind !== 'post');
    const document = new Document(records);
    const both = after(fillSeats(document, { seats: [seat(3), seat(30)] }), records);
    expect(both.all('post').map(({ targetId }) => targetId)).toEqual([idOf(3), idOf(30)]);
    expect(reason(fillSeats(document, { seats: [seat(3), seat(99)] }))).toBe(
      'edit.refused.missing',
    );
    expect(reason(fillSeats(document, { seats: [seat(3), seat(3)] }))).toBe('edit.refused.held');
    expect(reason(fillSeats(document, { seats: [] }))).toBe('edit.refused.unchanged');
  });

  it('names one deputy for a leave that leaves several seats open', () => {
    const records = base([person(7, '王一', { leave: onLeave(null) })]);
    const deputy = { kind: 'deputise', personId: idOf(7), deputyId: idOf(9), on } as const;
    const document = after(fillSeats(new Document(records), { seats: [deputy, deputy] }), records);
    expect(document.find('person', idOf(7))?.leave).toMatchObject([{ deputyId: idOf(9) }]);
  });
});
