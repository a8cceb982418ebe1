import { describe, expect, it } from 'vitest';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { ChainProof } from '#shared/checks/chain-proof.ts';
import type { VerticalRule } from '#shared/checks/finding.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { changeReach } from '#shared/edits/commands/change-reach.ts';
import { chooseParent } from '#shared/edits/commands/choose-parent.ts';
import { deputiseLeave } from '#shared/edits/commands/deputise-leave.ts';
import { enterPhone } from '#shared/edits/commands/enter-phone.ts';
import { fillSeats } from '#shared/edits/commands/fill-seats.ts';
import { fillVacancy } from '#shared/edits/commands/fill-vacancy.ts';
import { keepHolder } from '#shared/edits/commands/keep-holder.ts';
import { manTeam } from '#shared/edits/commands/man-team.ts';
import { matchDutyName } from '#shared/edits/commands/match-duty-name.ts';
import { moveTeamBase } from '#shared/edits/commands/move-team-base.ts';
import { prolongTerm } from '#shared/edits/commands/prolong-term.ts';
import { raiseLimit } from '#shared/edits/commands/raise-limit.ts';
import { recordCheckIn } from '#shared/edits/commands/record-check-in.ts';
import { replaceHolder } from '#shared/edits/commands/replace-holder.ts';
import { setUpTeam } from '#shared/edits/commands/set-up-team.ts';
import { standInOnDuty } from '#shared/edits/commands/stand-in-on-duty.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import type { ChainFix, ChainFixKind } from '#shared/model/chain-fix.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { idOf, record, square } from '#test/unit/shared/edits/records.ts';

const on = '2026-06-15';
const now = Date.parse('2026-06-15T12:00:00+08:00');

/*
 * A district (2) of one street (3) with a head, in which nothing is wrong:
 *
 *   区 2 ─ 街道 3 (街道长: 王一 7)      社区 4 hangs on the street
 *   点位 6 beside the team 10 of 王一 7 and 李二 8
 *   三人 9 holds nothing
 */
function base(given: readonly AnyRecord[] = []): AnyRecord[] {
  const all = [
    record('project', 1, {
      name: '海淀',
      createdAt: '2026-05-01T08:00:00+08:00',
      schemes: {
        issueClasses: [],
        pointKinds: [],
        roles: [{ key: 'head', name: '街道长', level: 'street', required: true }],
        negativeList: [],
      },
    }),
    record('district', 2, { name: '海淀区', code: '', geometry: square }),
    record('street', 3, { districtId: idOf(2), name: '学院路', code: '', geometry: square }),
    record('community', 4, { streetId: idOf(3), name: '东王庄', code: '', geometry: square }),
    record('point', 6, { name: '菜市场', pointKind: 'market', position: [116.005, 40.002] }),
    record('person', 7, { name: '王一', phone: '13800000001' }),
    record('person', 8, { name: '李二', phone: '13800000002' }),
    record('person', 9, { name: '张三', phone: '13800000003' }),
    head(20, 7, {}),
    team({}),
  ];
  const byId = new Map<string, AnyRecord>(all.map((one) => [one.id, one]));
  for (const one of given) byId.set(one.id, one);
  return [...byId.values()];
}

function head(n: number, personN: number | null, given: object) {
  const personId = personN === null ? null : idOf(personN);
  const seat = { role: 'head', level: 'street', targetId: idOf(3), from: '2026-01-01' };
  return record('post', n, { ...seat, personId, ...given });
}

function team(given: object) {
  return record('team', 10, {
    name: '一队',
    base: [116.005, 40.002],
    transport: 'foot',
    phone: '010',
    memberIds: [idOf(7), idOf(8)],
    ...given,
  });
}

const onLeave = (deputyN: number | null) => [
  { from: on, to: '2026-06-20', deputyId: deputyN === null ? null : idOf(deputyN) },
];
const person = (n: number, name: string, given: object) => record('person', n, { name, ...given });
const list = (entries: object[], checkIns: object[] = []) =>
  record('dutyList', 40, { day: on, entries, checkIns });
const withLimit = (n: number) => {
  const [project] = base();
  if (project?.kind !== 'project') throw new Error('no project');
  const roles = project.schemes.roles.map((role) => ({ ...role, limits: { areas: n } }));
  return { ...project, schemes: { ...project.schemes, roles } };
};
/** A second street of the same head. */
const secondStreet = [
  record('street', 30, { districtId: idOf(2), name: '花园路', code: '', geometry: square }),
  record('post', 21, {
    role: 'head',
    level: 'street',
    targetId: idOf(30),
    from: '2026-01-01',
    personId: idOf(7),
  }),
];

type Mend = (document: Document, fix: ChainFix) => CommandResult;
/** Carries out a fix of one kind with what somebody would choose. */
const mend = <K extends ChainFixKind>(
  kind: K,
  command: (document: Document, fix: ChainFix & { kind: K }) => CommandResult,
): [ChainFixKind, Mend] => [
  kind,
  (document, fix) => command(document, fix as ChainFix & { kind: K }),
];

const cases: [string, VerticalRule, AnyRecord[], AnyRecord | null, [ChainFixKind, Mend]][] = [
  [
    'a vacancy is filled',
    'vacant',
    [],
    head(20, 7, {}),
    mend('appoint', (document, { level, targetId, role }) =>
      fillVacancy(document, {
        level,
        targetId,
        role,
        personId: idOf(9),
        from: on,
        newId: idOf(50),
      }),
    ),
  ],
  [
    'a holder on leave gets a deputy',
    'vacant',
    [person(7, '王一', { phone: '138', leave: onLeave(null) })],
    null,
    mend('deputise', (document, { personId }) =>
      deputiseLeave(document, { personId, deputyId: idOf(9), on }),
    ),
  ],
  [
    'a holder on leave is replaced',
    'vacant',
    [person(7, '王一', { phone: '138', leave: onLeave(null) })],
    null,
    mend('replace', (document, { postId }) =>
      replaceHolder(document, {
        posts: [{ postId, newId: idOf(50) }],
        personId: idOf(9),
        from: on,
      }),
    ),
  ],
  [
    'of two holders one stays',
    'double-holder',
    [head(22, 8, {})],
    null,
    mend('keep-holder', (document, { postId }) => keepHolder(document, { postId, on })),
  ],
  [
    'a term is prolonged',
    'expired',
    [head(20, 7, { to: '2026-06-14' })],
    null,
    mend('prolong', (document, { postId }) => prolongTerm(document, { postId, to: '2026-12-31' })),
  ],
  [
    'somebody follows on a term that is over',
    'expired',
    [head(20, 7, { to: '2026-06-14' })],
    null,
    mend('appoint', (document, { level, targetId, role }) =>
      fillVacancy(document, {
        level,
        targetId,
        role,
        personId: idOf(9),
        from: on,
        newId: idOf(50),
      }),
    ),
  ],
  [
    'a phone number is entered',
    'unreachable',
    [person(7, '王一', { phone: '' })],
    null,
    mend('enter-phone', (document, { recordId }) =>
      enterPhone(document, { recordId, phone: ' 13800000001 ' }),
    ),
  ],
  [
    'a team gets its phone number',
    'unreachable',
    [team({ phone: '' })],
    null,
    mend('enter-phone', (document, { recordId }) =>
      enterPhone(document, { recordId, phone: '119' }),
    ),
  ],
  [
    'somebody else takes over some of the places',
    'overload',
    [withLimit(1), ...secondStreet],
    null,
    mend('hand-on', (document) =>
      replaceHolder(document, {
        posts: [{ postId: idOf(21), newId: idOf(50) }],
        personId: idOf(9),
        from: on,
      }),
    ),
  ],
  [
    'the limit is raised',
    'overload',
    [withLimit(1), ...secondStreet],
    null,
    mend('raise-limit', (document, { role, measure, to }) =>
      raiseLimit(document, { role, measure, to }),
    ),
  ],
  [
    'a community is told its street',
    'broken-chain',
    [record('community', 4, { streetId: null, name: '东王庄', code: '', geometry: square })],
    null,
    mend('choose-parent', (document, { placeId }) =>
      chooseParent(document, { placeId, parentId: idOf(3) }),
    ),
  ],
  [
    'a first team is set up',
    'no-team',
    [],
    team({}),
    mend('set-up-team', (document, { at: [x = 0, y = 0] }) =>
      setUpTeam(document, {
        newId: idOf(50),
        name: '二队',
        base: [x, y],
        transport: 'foot',
        phone: '119',
        memberIds: [idOf(9)],
      }),
    ),
  ],
  [
    'a team gets members at work',
    'no-team',
    [team({ memberIds: [] })],
    null,
    mend('man-team', (document, { teamId }) => manTeam(document, { teamId, personIds: [idOf(9)] })),
  ],
  [
    'a base moves nearer',
    'late-team',
    [team({ base: [116.1, 40] })],
    null,
    mend('move-base', (document, { teamId, at: [x = 0, y = 0] }) =>
      moveTeamBase(document, { teamId, base: [x, y] }),
    ),
  ],
  [
    'more minutes are agreed',
    'late-team',
    [team({ base: [116.1, 40] })],
    null,
    mend('change-reach', (document) => changeReach(document, { withinMinutes: 600 })),
  ],
  [
    'a check-in is entered by hand',
    'not-on-duty',
    [list([{ personId: idOf(9) }])],
    null,
    mend('check-in', (document, { listId, personId }) =>
      recordCheckIn(document, { listId, personId, at: `${on}T06:30:00+08:00` }),
    ),
  ],
  [
    'somebody who is in stands in',
    'not-on-duty',
    [
      list(
        [{ name: '张三' }, { personId: idOf(8) }],
        [{ personId: idOf(8), at: `${on}T06:30:00+08:00` }],
      ),
    ],
    null,
    mend('stand-in', (document, { listId, personId }) =>
      standInOnDuty(document, { listId, personId, standInId: idOf(8) }),
    ),
  ],
  [
    'a name is matched to a person',
    'not-on-duty',
    [list([{ name: '张叁' }], [{ name: '张叁', at: `${on}T06:30:00+08:00` }])],
    null,
    mend('match-person', (document, { listId, name, phone }) =>
      matchDutyName(document, { listId, name, phone, personId: idOf(9) }),
    ),
  ],
];

function prove(document: Document) {
  return new ChainProof({ ...chainInputOf(document.everything()), on, now, levelsProved: true });
}

describe('fixes of the chain', () => {
  it('have nothing to do where nothing is wrong', () => {
    expect(prove(new Document(base())).findings).toEqual([]);
  });

  it.each(cases)(
    '%s (%s), and undo brings the finding back',
    (_, rule, given, without, mending) => {
      const [kind, carryOut] = mending;
      const document = new Document(base(given).filter(({ id }) => id !== without?.id));
      // Without a post at all nothing is proved.
      if (without?.kind === 'post') document.apply(patchOf(head(23, 8, { targetId: idOf(77) })));
      const proof = prove(document);
      const before = [...proof.findings];
      const ofKind = (one: ChainFix) => one.kind === kind;
      const finding = before.find((one) => one.rule === rule && one.chainFixes?.some(ofKind));
      const fix = finding?.chainFixes?.find(ofKind);
      if (!finding || !fix) throw new Error(`no ${kind} for ${rule}`);
      const result = carryOut(document, fix);
      if ('refused' in result) throw new Error(result.refused);
      for (const patch of [result.patch, reversePatch(result.patch)]) {
        document.apply(patch);
        proof.apply(patch);
        expect(proof.findings).toEqual(prove(document).findings);
        const left = proof.findings.filter(({ id }) => id === finding.id);
        expect(left).toEqual(patch === result.patch ? [] : [finding]);
        // Nothing else goes wrong through it.
        if (patch === result.patch) expect(proof.findings.length).toBeLessThan(before.length);
      }
    },
  );
});

const patchOf = (added: AnyRecord) => ({ added: { [added.id]: added }, updated: {}, removed: {} });

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

  it('a check-in of another day on the clock of the district', () => {
    const dutiful = new Document(base([list([{ personId: idOf(9) }])]));
    const at = (time: string) =>
      reason(recordCheckIn(dutiful, { listId: idOf(40), personId: idOf(9), at: time }));
    expect(at('2026-06-14T22:30:00Z')).toBe('done');
    expect(at('2026-06-15T16:00:00Z')).toBe('edit.chainRefused.otherDay');
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
