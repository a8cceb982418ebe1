import { describe, expect, it } from 'vitest';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';
import { block, box, pointAt, quiet } from './given.ts';
import { chainInput, ground, person, post } from './given-chain.ts';

async function keys(given: Partial<ChainCheckInput>) {
  const report = await checkChain(chainInput(given), quiet);
  return report.findings.map(({ message }) => message.key);
}

const leave = (deputyId: string | null) => [{ from: '2026-06-15', to: '2026-06-15', deputyId }];

describe('checkChain', () => {
  it('says when there is nothing to check', async () => {
    expect(await checkChain(chainInput(), quiet)).toEqual({ nothing: 'no-posts', findings: [] });
    const nowhere = chainInput({ posts: [post('p')], streets: [], district: null });
    expect(await checkChain(nowhere, quiet)).toEqual({ nothing: 'no-places', findings: [] });
  });

  it('is satisfied with one holder who can be reached', async () => {
    expect(await keys({ people: [person('p')], posts: [post('p')] })).toEqual([]);
  });

  it.each<[string, string[], Person[], Post[]]>([
    ['nobody in the post', ['vacant.nobody'], [], [post(null)]],
    ['a person who is not there', ['vacant.nobody'], [], [post('gone')]],
    [
      'a post that begins tomorrow',
      ['vacant.nobody'],
      [person('p')],
      [post('p', { from: '2026-06-16' })],
    ],
    ['a term that ends today', [], [person('p')], [post('p', { to: '2026-06-15' })]],
    ['a term that ended yesterday', ['expired'], [person('p')], [post('p', { to: '2026-06-14' })]],
    [
      'a successor',
      [],
      [person('p'), person('q')],
      [post('p', { to: '2026-06-14' }), post('q', { from: '2026-06-15' })],
    ],
    ['two holders', ['double-holder'], [person('p'), person('q')], [post('p'), post('q')]],
    ['one holder twice', [], [person('p')], [post('p'), post('p', { id: 'again' })]],
    ['no phone', ['unreachable.holder'], [person('p', { phone: ' ' })], [post('p')]],
    ['leave without deputy', ['vacant.leave'], [person('p', { leave: leave(null) })], [post('p')]],
    [
      'leave with a deputy',
      [],
      [person('p', { leave: leave('q'), phone: '' }), person('q')],
      [post('p')],
    ],
    [
      'a deputy on leave too',
      ['vacant.leave'],
      [person('p', { leave: leave('q') }), person('q', { leave: leave(null) })],
      [post('p')],
    ],
    [
      'leave with the deputy of the post',
      [],
      [person('p', { leave: leave(null) }), person('q')],
      [post('p', { deputyId: 'q' })],
    ],
    [
      'the deputy of the leave before the deputy of the post',
      ['unreachable.deputy'],
      [person('p', { leave: leave('q') }), person('q', { phone: '' }), person('r')],
      [post('p', { deputyId: 'r' })],
    ],
    [
      'leave that ended yesterday, and one that begins tomorrow',
      [],
      [
        person('p', {
          leave: [
            { from: '2026-06-01', to: '2026-06-14', deputyId: null },
            { from: '2026-06-16', to: '2026-06-20', deputyId: null },
          ],
        }),
      ],
      [post('p')],
    ],
    [
      'two leaves over each other, of which one has a deputy',
      [],
      [person('p', { leave: [...leave(null), ...leave('q')] }), person('q')],
      [post('p')],
    ],
    [
      'a deputy who is oneself',
      ['vacant.leave'],
      [person('p', { leave: leave('p') })],
      [post('p')],
    ],
    [
      'terms that overlap by today alone',
      ['double-holder'],
      [person('p'), person('q')],
      [post('p', { to: '2026-06-15' }), post('q', { from: '2026-06-15' })],
    ],
    [
      'a deputy without phone',
      ['unreachable.deputy'],
      [person('p', { leave: leave('q') }), person('q', { phone: '' })],
      [post('p')],
    ],
  ])('%s: %j', async (_, expected, people, posts) => {
    expect(await keys({ people, posts })).toEqual(expected);
  });

  it('asks for required roles only, each at its own level', async () => {
    const roles = [
      { key: 'zone-head', name: '片长', group: '', level: 'zone' as const, required: true },
      { key: 'point-head', name: '点长', group: '', level: 'point' as const, required: true },
      { key: 'helper', name: '协管', group: '', level: 'zone' as const, required: false },
    ];
    const report = await checkChain(
      chainInput({
        roles,
        zones: [block('z', ground)],
        points: [pointAt('pt', 116.31, 39.905)],
        posts: [post('p')],
      }),
      quiet,
    );
    expect(
      report.findings
        .filter(({ rule }) => rule === 'vacant')
        .map(({ recordIds, message }) => [...recordIds, message.params['role']]),
    ).toEqual([
      ['z', '片长'],
      ['pt', '点长'],
    ]);
    const zone = report.findings.find(({ recordIds }) => recordIds[0] === 'z');
    const index = new AreaIndex({
      type: 'Polygon',
      coordinates: [box(116.3, 39.9, 116.32, 39.91)],
    });
    expect(index.locate(zone?.at ?? [], 1e-9)).toBe('inside');
  });
});
