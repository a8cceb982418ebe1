import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterRows } from '#shared/analysis/roster/roster-rows.ts';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { quiet } from '#test/unit/shared/checks/given.ts';
import { chainInput, on, person, post } from '#test/unit/shared/checks/given-chain.ts';
import { completeRoster } from '#test/unit/shared/checks/random-chain.ts';
import { changesOf, randomEdit, recordsOf } from '#test/unit/shared/checks/random-chain-edits.ts';

/** State of each row at s1, by post; `seat` for an empty seat. */
function states(given: Partial<ChainCheckInput>): Record<string, string> {
  const rows = rosterRows(new ChainIndex(chainInput(given)), on);
  return Object.fromEntries(rows.map(({ post, state }) => [post?.id ?? 'seat', state]));
}

const people = [person('p'), person('q')];

describe('rosterRows', () => {
  it('lists a seat that nobody ever held', () => {
    expect(states({ people })).toEqual({ seat: 'vacant' });
  });

  it.each([
    ['on the first day', { from: on }, { 'post-p': 'inOffice' }],
    ['on the last day', { to: on }, { 'post-p': 'inOffice' }],
    ['the day after', { to: '2026-06-14' }, { 'post-p': 'expired' }],
    ['the day before', { from: '2026-06-16' }, { 'post-p': 'upcoming', seat: 'vacant' }],
  ])('knows a term %s', (_, term, expected) => {
    expect(states({ people, posts: [post('p', term)] })).toEqual(expected);
  });

  it('tells a successor from the one before, and two holders from one', () => {
    const former = post('p', { to: '2026-05-31' });
    expect(states({ people, posts: [former, post('q')] })).toEqual({
      'post-p': 'former',
      'post-q': 'inOffice',
    });
    expect(states({ people, posts: [post('p'), post('q')] })).toEqual({
      'post-p': 'double',
      'post-q': 'double',
    });
  });

  it('tells a leave with a deputy at work from one without', () => {
    const leave = [{ from: on, to: on, deputyId: null }];
    const away = [person('p', { leave }), person('q')];
    expect(states({ people: away, posts: [post('p')] })).toEqual({ 'post-p': 'unattended' });
    expect(states({ people: away, posts: [post('p', { deputyId: 'q' })] })).toEqual({
      'post-p': 'onLeave',
    });
  });

  it('says of an empty post whether anybody is missing', () => {
    expect(states({ people, posts: [post(null)] })).toEqual({ 'post-null': 'vacant' });
    expect(states({ people, posts: [post(null), post('p')] })).toEqual({
      'post-null': 'empty',
      'post-p': 'inOffice',
    });
  });

  it('lists posts of roles and places that are not there any more', () => {
    const lost = [
      post('p', { id: 'old-role', role: 'gone' }),
      post('p', { id: 'old-place', targetId: 'gone' }),
    ];
    expect(states({ people, posts: lost })).toEqual({
      seat: 'vacant',
      'old-role': 'inOffice',
      'old-place': 'inOffice',
    });
  });

  it('calls a seat wrong exactly where the proof does, whatever is edited', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(
        completeRoster,
        fc.array(randomEdit, { minLength: 1, maxLength: 14 }),
        async (input, edits) => {
          const records = recordsOf(input);
          for (const edit of edits) {
            const changes = changesOf(edit, records);
            if (!changes) continue;
            for (const id of Object.keys(changes.removed)) records.delete(id);
            for (const [, to] of Object.values(changes.updated)) records.set(to.id, to);
            for (const to of Object.values<AnyRecord>(changes.added)) records.set(to.id, to);
          }
          const after = { ...chainInputOf(records.values()), district: input.district, on };
          const { findings } = await checkChain(after, quiet);
          const rules = ['vacant', 'expired', 'double-holder'];
          const found = findings
            .filter(({ rule }) => rules.includes(rule))
            .map(({ recordIds, message }) => `${recordIds[0]} ${message.params['role']}`);
          const wrong = ['vacant', 'expired', 'double', 'unattended'];
          const nameOf = new Map(after.roles.map(({ key, name }) => [key, name]));
          const listed = rosterRows(new ChainIndex(after), on)
            .filter(({ state }) => wrong.includes(state))
            // A role that is not required may be left to itself.
            .filter(({ role }) => after.roles.some((one) => one.key === role && one.required))
            .map(({ place, role }) => `${place?.id} ${nameOf.get(role)}`);
          expect(new Set(listed)).toEqual(new Set(found));
          most = Math.max(most, found.length);
        },
      ),
      { numRuns: 150 },
    );
    expect(most).toBeGreaterThan(3);
  });
});
