import { describe, expect, it } from 'vitest';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, pointAt, polygon, quiet } from '#test/unit/shared/checks/given.ts';
import { chainInput, person, post } from '#test/unit/shared/checks/given-chain.ts';

/*
 *   39.91 ┌─────────┬─────────┐
 *         │    a    │    b    │    site s: a circle of 200 m in a
 *         │   (s)   │         │    points: 1 in s, 2 and 3 in a, 4 in b
 *   39.90 └─────────┴─────────┘
 *       116.30    116.31    116.32
 */
const site: Zone = {
  ...block('s', polygon()),
  shape: 'site',
  geometry: { type: 'Point', coordinates: [116.305, 39.905] },
  radiusM: 200,
};
const zones: Zone[] = [
  { ...block('a', polygon(box(116.3, 39.9, 116.31, 39.91))), parentId: 's1' },
  { ...block('b', polygon(box(116.31, 39.9, 116.32, 39.91))), parentId: 's1' },
  { ...site, parentId: 's1' },
];
const points = [
  pointAt('1', 116.305, 39.905),
  pointAt('2', 116.301, 39.901),
  pointAt('3', 116.309, 39.909),
  pointAt('4', 116.315, 39.905),
];
const role = (limits: Role['limits']): Role => ({
  key: 'zone-head',
  name: '片长',
  group: '',
  level: 'zone',
  required: false,
  limits,
});
const head = (targetId: string, given = {}) =>
  post('p', { id: `p-${targetId}`, role: 'zone-head', level: 'zone', targetId, ...given });

const [issues] = packIssues(
  [116.3015, 116.3016, 116.305].map((x, i) => ({
    kind: 'issue',
    id: `i${i}`,
    issueClass: 'litter',
    status: i === 1 ? 'closed' : 'reported',
    position: [x, 39.905],
    foundAt: '2026-06-14T00:00:00.000Z',
    dueAt: null,
    closedAt: null,
    text: '',
    lostPoints: 0,
  })),
  () => 'chunk',
);
if (!issues) throw new Error('no chunk');

async function loads(limits: Role['limits'], given: Partial<ChainCheckInput>) {
  const input = chainInput({
    zones,
    points,
    people: [person('p')],
    roles: [role(limits)],
    ...given,
  });
  // Something must be required, or nothing is proved.
  const roles = [
    ...input.roles,
    { ...role(undefined), key: 'head', level: 'street' as const, required: true },
  ];
  const posts = [...input.posts, post('p', { id: 'street', role: 'head' })];
  const { findings } = await checkChain({ ...input, roles, posts }, quiet);
  return findings.map(({ rule, message: { key, params } }) => [
    rule,
    key,
    params['n'],
    params['limit'],
  ]);
}

describe('overload', () => {
  it('counts the areas that a person holds in the role on the day', async () => {
    const posts = [head('a'), head('b', { to: '2026-06-15' })];
    expect(await loads({ areas: 1 }, { posts })).toEqual([['overload', 'overload.areas', 2, 1]]);
    expect(await loads({ areas: 2 }, { posts })).toEqual([]);
    expect(await loads({ areas: 1 }, { posts, on: '2026-06-16' })).toEqual([]);
  });

  it('counts a place once, however often the person is appointed there', async () => {
    const posts = [head('a'), head('a', { id: 'again' })];
    expect(await loads({ areas: 1 }, { posts })).toEqual([]);
  });

  it('counts the points for which the area answers: a site goes before its block', async () => {
    expect(await loads({ points: 1 }, { posts: [head('a')] })).toEqual([
      ['overload', 'overload.points', 2, 1],
    ]);
    expect(await loads({ points: 1 }, { posts: [head('s')] })).toEqual([]);
    expect(await loads({ points: 3 }, { posts: [head('a'), head('s')] })).toEqual([]);
    expect(await loads({ points: 3 }, { posts: [head('a'), head('s'), head('b')] })).toEqual([
      ['overload', 'overload.points', 4, 3],
    ]);
  });

  it('counts open issues alone', async () => {
    const given = { posts: [head('a'), head('s')], issueChunks: [issues] };
    expect(await loads({ openIssues: 1 }, given)).toEqual([
      ['overload', 'overload.openIssues', 2, 1],
    ]);
    expect(await loads({ openIssues: 2 }, given)).toEqual([]);
  });

  it('says nothing about a role without a limit, or another role', async () => {
    const posts = [head('a'), head('b')];
    expect(await loads(undefined, { posts })).toEqual([]);
    expect(await loads({}, { posts })).toEqual([]);
    const others = posts.map((one) => ({ ...one, role: 'other' }));
    expect(await loads({ areas: 1 }, { posts: others })).toEqual([]);
  });
});
