import { describe, expect, it } from 'vitest';
import { checkChain } from '#shared/checks/check-chain.ts';
import { dutyRoll } from '#shared/chain/duty-roll.ts';
import { PersonMatcher } from '#shared/model/person-matcher.ts';
import { block, quiet } from '#test/unit/shared/checks/given.ts';
import {
  dutyList,
  filled,
  found,
  ground,
  person,
  post,
  team,
} from '#test/unit/shared/checks/given-chain.ts';

const at = (time: string) => `2026-06-15T${time}+08:00`;
const people = [
  person('p', { name: '王一', phone: '138-0000-0001' }),
  person('q', { name: '李二', phone: '13800000002' }),
  person('r', { name: '李二', phone: '13800000003' }),
];
const lists = (...given: Parameters<typeof dutyList>) =>
  filled({ people, dutyLists: [dutyList(...given)] });
const absent = ['not-on-duty.absent s1'];
const late = ['not-on-duty.late s1'];

describe('not-on-duty', () => {
  it('says nothing on a day without a list', async () => {
    expect(
      await found(
        filled({ people, dutyLists: [dutyList([{ personId: 'p' }], [], { day: '2026-06-14' })] }),
      ),
    ).toEqual([]);
    expect(await found(lists([{ personId: 'p' }]))).toEqual(absent);
  });

  it.each<[string, string[]]>([
    [at('06:39:00'), []],
    [at('06:40:59'), []],
    [at('06:41:00'), late],
    [at('00:00:00'), []],
    ['2026-06-14T23:59:59+08:00', absent],
    ['2026-06-16T06:00:00+08:00', absent],
    // The same moment, written on other clocks.
    ['2026-06-14T22:40:00Z', []],
    ['2026-06-14T22:41:00Z', late],
    ['2026-06-14T15:59:59Z', absent],
  ])('takes %s for %j', async (time, expected) => {
    expect(await found(lists([{ personId: 'p' }], [{ personId: 'p', at: time }]))).toEqual(
      expected,
    );
  });

  it('goes by the clock of the district', async () => {
    const input = lists([{ personId: 'p' }], [{ personId: 'p', at: at('06:30:00') }]);
    expect(await found({ ...input, utcOffsetMinutes: 420 })).toEqual([]);
    expect(await found({ ...input, utcOffsetMinutes: 540 })).toEqual(late);
    // 22:30 of the day before.
    expect(await found({ ...input, utcOffsetMinutes: 0 })).toEqual(absent);
  });

  it('waits until the time has come', async () => {
    const input = lists([{ personId: 'p' }]);
    expect(await found({ ...input, now: Date.parse(at('06:40:59')) })).toEqual([]);
    expect(await found({ ...input, now: Date.parse(at('06:41:00')) })).toEqual(absent);
  });

  it('counts the first of several check-ins, from any list of the day', async () => {
    const dutyLists = [
      dutyList([{ personId: 'p' }], [{ personId: 'p', at: at('08:00:00') }]),
      dutyList([{ name: '王一' }], [{ phone: '+86 138 0000 0001', at: at('06:00:00') }], {
        id: 'second',
      }),
    ];
    expect(await found(filled({ people, dutyLists }))).toEqual([]);
  });

  it('knows people by phone or by a name that only one has, and says whom it does not know', async () => {
    expect(
      await found(lists([{ name: ' 王 一 ' }], [{ phone: '13800000001', at: at('06:00:00') }])),
    ).toEqual([]);
    expect(
      await found(
        lists(
          [{ name: '李二', phone: '13800000002' }],
          [{ phone: '13800000002', at: at('06:00:00') }],
        ),
      ),
    ).toEqual([]);
    const { findings } = await checkChain(
      lists([{ name: '李二' }, { name: '生人', phone: '7' }, {}]),
      quiet,
    );
    expect(findings.map(({ message }) => message)).toEqual([
      { key: 'not-on-duty.unknown', params: { person: '李二' } },
      { key: 'not-on-duty.unknown', params: { person: '生人 7' } },
    ]);
    // A phone of one person beside the name of another means neither.
    const roll = dutyRoll(
      [dutyList([{ name: '王一', phone: '13800000002' }])],
      new PersonMatcher(people),
      '2026-06-15',
      480,
    );
    expect([...roll.values()].map((entry) => entry.person)).toEqual([null]);
  });

  it('shows where ground is left uncovered, else where the team is', async () => {
    const zones = [{ ...block('z', ground), parentId: 's1' }];
    const posts = [post('p'), post('p', { id: 'z-p', role: 'x', level: 'zone', targetId: 'z' })];
    const dutyLists = [dutyList([{ personId: 'p' }, { personId: 'q' }])];
    const teams = [team('t', [116.3, 39.9], { memberIds: ['q'] })];
    const { findings } = await checkChain(
      filled({ people, posts, zones, dutyLists, teams }),
      quiet,
    );
    expect(findings.map(({ recordIds, message: { params } }) => [recordIds, params['n']])).toEqual([
      [['s1', 'p'], 2],
      [['t', 'q'], 0],
    ]);
    expect(findings[1]?.at).toEqual([116.3, 39.9]);
  });
});
