import { expect, it } from 'vitest';
import { schemeUse } from '#shared/analysis/scheme-use.ts';
import { ChainProof } from '#shared/checks/chain-proof.ts';
import { Document } from '#shared/edits/document.ts';
import { schemeTrial } from '#shared/jobs/chain-session/questions/scheme-trial.ts';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { Issue } from '#shared/model/issue.ts';
import { idOf, project, record, smallDistrict } from '#test/unit/shared/edits/records.ts';

const on = '2026-06-01';

function view() {
  const document = new Document(smallDistrict());
  const proof = new ChainProof({ ...chainInputOf(document.everything()), on, levelsProved: true });
  return { state: proof.chain, records: document };
}

it('tells which findings other roles would bring and take away', () => {
  const { roles } = project.schemes;
  const trial = (ask: Parameters<typeof schemeTrial.answer>[1]) =>
    Object.fromEntries(schemeTrial.answer(view(), ask));
  const rules = project.chain;
  const now = trial({ roles, rules });
  expect(now).toMatchObject({ vacant: 1, unreachable: expect.any(Number) });
  const none = roles.map((role) => ({ ...role, required: false }));
  expect(trial({ roles: none, rules }).vacant).toBeUndefined();
  const more = { key: 'new', name: '街道长', group: '', level: 'street' as const, required: true };
  expect(trial({ roles: [...roles, more], rules })).toEqual({ ...now, vacant: 2 });
  const without = { ...rules, reach: { ...rules.reach, withinMinutes: null } };
  expect(trial({ roles, rules: without })).not.toEqual(now);
});

it('counts what uses the entries of the lists, whatever they are called', () => {
  const issue = (n: number, issueClass: string): Issue => ({
    kind: 'issue',
    id: idOf(n),
    issueClass,
    status: 'reported',
    position: [116, 40],
    foundAt: '2026-05-01T00:00:00Z',
    dueAt: null,
    closedAt: null,
    text: '',
    lostPoints: 0,
  });
  const use = schemeUse(
    new Document([
      ...smallDistrict(),
      record('organisation', 30, { name: '城管局', line: 'line', categories: ['__proto__'] }),
      ...packIssues([issue(40, 'litter'), issue(41, 'litter'), issue(42, 'snow')], () => idOf(50)),
    ]),
  );
  expect([...use.roles]).toEqual([['chief', 1]]);
  expect([...use.points]).toEqual([['market', 1]]);
  expect([...use.claims]).toEqual([['__proto__', 1]]);
  expect(Object.fromEntries(use.issues)).toEqual({ litter: 2, snow: 1 });
});
