import { describe, expect, it } from 'vitest';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { ChainProof } from '#shared/checks/chain-proof.ts';
import type { VerticalRule } from '#shared/model/rule.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { appointStandIn } from '#shared/edits/commands/appoint-stand-in.ts';
import { changeReach } from '#shared/edits/commands/change-reach.ts';
import { chooseParent } from '#shared/edits/commands/choose-parent.ts';
import { deputiseLeave } from '#shared/edits/commands/deputise-leave.ts';
import { enterPhone } from '#shared/edits/commands/enter-phone.ts';
import { fillVacancy } from '#shared/edits/commands/fill-vacancy.ts';
import { keepHolder } from '#shared/edits/commands/keep-holder.ts';
import { manTeam } from '#shared/edits/commands/man-team.ts';
import { identifyOnDuty } from '#shared/edits/commands/identify-on-duty.ts';
import { moveTeamBase } from '#shared/edits/commands/move-team-base.ts';
import { prolongTerm } from '#shared/edits/commands/prolong-term.ts';
import { raiseLimit } from '#shared/edits/commands/raise-limit.ts';
import { recordCheckIn } from '#shared/edits/commands/record-check-in.ts';
import { replaceHolder } from '#shared/edits/commands/replace-holder.ts';
import { setUpTeam } from '#shared/edits/commands/set-up-team.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import type { ChainFix, ChainFixKind } from '#shared/model/chain-fix.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import {
  base,
  head,
  list,
  on,
  onLeave,
  person,
  secondStreet,
  team,
} from '#test/unit/shared/edits/chain-fix-records.ts';
import { idOf, record, square } from '#test/unit/shared/edits/records.ts';

const now = Date.parse('2026-06-15T12:00:00+08:00');

const withLimit = (n: number) => {
  const [project] = base();
  if (project?.kind !== 'project') throw new Error('no project');
  const roles = project.schemes.roles.map((role) => ({ ...role, limits: { areas: n } }));
  return { ...project, schemes: { ...project.schemes, roles } };
};
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
    mend('check-in', (document, { day, key, personId }) =>
      recordCheckIn(document, {
        day,
        key,
        personId,
        name: '',
        phone: '',
        at: Date.parse(`${on}T06:30:00+08:00`),
        newId: idOf(90),
      }),
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
    mend('stand-in', (document, { day, key }) =>
      appointStandIn(document, { day, key, standInId: idOf(8) }),
    ),
  ],
  [
    'a name is matched to a person',
    'not-on-duty',
    [list([{ name: '张叁' }], [{ name: '张叁', at: `${on}T06:30:00+08:00` }])],
    null,
    mend('match-person', (document, { day, key }) =>
      identifyOnDuty(document, { day, key, personId: idOf(9) }),
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
