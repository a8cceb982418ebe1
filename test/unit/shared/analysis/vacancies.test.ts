import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vacancies } from '#shared/analysis/vacancies.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { Post } from '#shared/model/post.ts';
import { quiet } from '#test/unit/shared/checks/given.ts';
import { chainInput, on, person, post, street } from '#test/unit/shared/checks/given-chain.ts';
import { completeRoster } from '#test/unit/shared/checks/random-chain.ts';

const leave = { from: '2026-06-10', to: '2026-06-20', deputyId: null };
const of = (posts: Post[], day = on) =>
  vacancies(
    new ChainIndex(chainInput({ people: [person('p'), person('q', { leave: [leave] })], posts })),
    day,
  ).map(({ state, since, days, person: who }) => [state, since, days, who?.id]);

describe('vacancies', () => {
  it.each<[string, Post[], unknown[]]>([
    ['a seat that nobody ever held', [], [['vacant', null, null, undefined]]],
    [
      'a seat kept empty since a day',
      [post(null, { from: '2026-06-01' })],
      [['vacant', '2026-06-01', 15, undefined]],
    ],
    [
      'a term that ended yesterday',
      [post('p', { to: '2026-06-14' })],
      [['expired', '2026-06-15', 1, 'p']],
    ],
    ['a leave without deputy', [post('q')], [['leave', '2026-06-10', 6, 'q']]],
    ['a leave with a deputy', [post('q', { deputyId: 'p' })], []],
    ['a term that ends today', [post('p', { to: on })], []],
  ])('tell %s', (_, posts, expected) => {
    expect(of(posts)).toEqual(expected);
  });

  it('go by the day', () => {
    const posts = [post('p', { to: '2026-06-14' })];
    expect(of(posts, '2026-06-14')).toEqual([]);
    expect(of(posts, '2026-06-20')).toEqual([['expired', '2026-06-15', 6, 'p']]);
  });

  it('stand by street, longest first', () => {
    const input = chainInput({
      streets: [
        { ...street('b'), name: '乙' },
        { ...street('a'), name: '甲' },
      ],
      people: [person('p')],
      posts: [post('p', { targetId: 'a', to: '2026-06-01' })],
      roles: ['x', 'y'].map((key) => ({
        key: key === 'x' ? 'street-head' : 'other',
        name: key,
        group: '',
        level: 'street' as const,
        required: true,
      })),
    });
    const rows = vacancies(new ChainIndex(input), on);
    expect(rows.map(({ street: at, role, days }) => [at?.name, role.name, days])).toEqual([
      ['乙', 'x', null],
      ['乙', 'y', null],
      ['甲', 'y', null],
      ['甲', 'x', 14],
    ]);
  });

  it('are those that the proof finds vacant or expired', async () => {
    await fc.assert(
      fc.asyncProperty(completeRoster, fc.nat(11), async (input, n) => {
        const posts = input.posts.map((one) =>
          one.personId === `person-${n}` ? { ...one, personId: null } : one,
        );
        const { findings } = await checkChain({ ...input, posts }, quiet);
        const found = findings
          .filter(({ rule }) => rule === 'vacant' || rule === 'expired')
          .map(({ recordIds, message }) => `${recordIds[0]} ${message.params['role']}`);
        const told = vacancies(new ChainIndex({ ...input, posts }), input.on).map(
          ({ place, role }) => `${place.id} ${role.name}`,
        );
        expect(told.toSorted()).toEqual(found.toSorted());
      }),
      { numRuns: 50 },
    );
  });
});
