import { describe, expect, it } from 'vitest';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import { chainPlaces } from '#shared/checks/vertical/chain-places.ts';
import { seatsOf } from '#shared/checks/vertical/seat.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';
import { block, box, pointAt, polygon, quiet } from './given.ts';

const on = '2026-06-15';
const ground = polygon(box(116.3, 39.9, 116.32, 39.91));

function person(id: string, given: Partial<Person> = {}): Person {
  return {
    kind: 'person',
    id,
    name: id,
    phone: '13800000000',
    organisationId: null,
    leave: [],
    ...given,
  };
}

function post(personId: string | null, given: Partial<Post> = {}): Post {
  return {
    kind: 'post',
    id: `post-${personId}`,
    role: 'street-head',
    personId,
    level: 'street',
    targetId: 's1',
    from: '2026-01-01',
    to: null,
    source: '',
    deputyId: null,
    organisationId: null,
    ...given,
  };
}

function input(given: Partial<ChainCheckInput>): ChainCheckInput {
  return {
    district: null,
    streets: [
      {
        kind: 'street',
        id: 's1',
        districtId: 'd',
        name: '学院路街道',
        code: '',
        geometry: ground,
        attributes: {},
      },
    ],
    communities: [],
    zones: [],
    points: [],
    people: [],
    posts: [],
    roles: [{ key: 'street-head', name: '街道负责人', group: '', level: 'street', required: true }],
    on,
    ...given,
  };
}

async function keys(given: Partial<ChainCheckInput>) {
  const report = await checkChain(input(given), quiet);
  return report.findings.map(({ message }) => message.key);
}

const leave = (deputyId: string | null) => [{ from: '2026-06-15', to: '2026-06-15', deputyId }];

describe('checkChain', () => {
  it('says when there is nothing to check', async () => {
    expect(await checkChain(input({}), quiet)).toEqual({ nothing: 'no-posts', findings: [] });
    const nowhere = input({ posts: [post('p')], streets: [] });
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
      input({
        roles,
        zones: [block('z', ground)],
        points: [pointAt('pt', 116.3, 39.9)],
        posts: [post('p')],
      }),
      quiet,
    );
    expect(
      report.findings.map(({ recordIds, message }) => [...recordIds, message.params['role']]),
    ).toEqual([
      ['z', '片长'],
      ['pt', '点长'],
    ]);
    const [zone] = report.findings;
    const index = new AreaIndex({
      type: 'Polygon',
      coordinates: [box(116.3, 39.9, 116.32, 39.91)],
    });
    expect(index.locate(zone?.at ?? [], 1e-9)).toBe('inside');
  });

  it('lists every seat with its holders', () => {
    const given = input({ people: [person('p')], posts: [post('p')] });
    const seats = [...seatsOf(given, chainPlaces(given))];
    expect(seats.map(({ place, holders }) => [place.id, holders.map((h) => h.person.id)])).toEqual([
      ['s1', ['p']],
    ]);
  });
});
