import { describe, expect, it } from 'vitest';
import { placeChain } from '#shared/analysis/place-chain.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { block, box, pointAt, polygon } from '#test/unit/shared/checks/given.ts';
import {
  chainInput,
  community,
  on,
  person,
  post,
  street,
  team,
} from '#test/unit/shared/checks/given-chain.ts';

/*
 *   39.91 ┌─────────┬─────────┐   s1 has the communities c1 and c2
 *         │ c1      │ c2      │   z1 belongs to c1, its point p1 stands in the middle;
 *         │ z1  p1  │ i1  i0  │   z2 belongs to nobody
 *   39.90 └─────────┴─────────┘
 *       116.30    116.31    116.32
 */
const west = polygon(box(116.3, 39.9, 116.31, 39.91));
const east = polygon(box(116.31, 39.9, 116.32, 39.91));
const levels = ['district', 'street', 'community', 'zone', 'point'] as const;
const roles = levels.map((level) => ({
  key: level,
  name: level,
  group: '',
  level,
  required: true,
}));
const dueAt = ['2026-06-20T00:00:00.000Z', '2026-06-10T00:00:00.000Z', null];
const issueChunks = packIssues(
  [116.318, 116.314, 116.305].map((x, i) => ({
    kind: 'issue',
    id: `i${i}`,
    issueClass: 'litter',
    status: i === 2 ? 'closed' : 'reported',
    position: [x, 39.905],
    foundAt: '2026-06-14T00:00:00.000Z',
    dueAt: dueAt[i] ?? null,
    closedAt: null,
    text: `i${i}`,
    lostPoints: 0,
  })),
  () => 'chunk',
);
const index = new ChainIndex(
  chainInput({
    streets: [street('s1')],
    communities: [community('c1', 's1', west), community('c2', 's1', east)],
    zones: [
      { ...block('z1', west), parentId: 'c1' },
      { ...block('z2', east), parentId: null },
    ],
    points: [pointAt('p1', 116.305, 39.905)],
    people: [person('a')],
    posts: [post('a', { id: '1', role: 'zone', level: 'zone', targetId: 'z1' })],
    teams: [team('t', [116.3, 39.905], { memberIds: ['a'] })],
    roles,
    issueChunks,
  }),
);
const of = (id: string) => placeChain(index, id, on, Date.parse('2026-06-15T00:00:00Z'));
const seats = (id: string) =>
  of(id)?.links.map(({ place, holders }) => `${place.id}:${holders.length}`);

describe('placeChain', () => {
  it.each([
    ['d', ['d:0']],
    ['s1', ['d:0', 's1:0']],
    ['c2', ['d:0', 's1:0', 'c2:0']],
    ['z1', ['d:0', 's1:0', 'c1:0', 'z1:1']],
    ['p1', ['d:0', 's1:0', 'c1:0', 'z1:1', 'p1:0']],
  ])('goes from the district down to %s and no further', (id, expected) => {
    expect(seats(id)).toEqual(expected);
  });

  it('fills in from the ground what a zone without a parent leaves open', () => {
    expect(seats('z2')).toEqual(['d:0', 's1:0', 'c2:0', 'z2:0']);
  });

  it('tells what lies on the ground, what is due first foremost', () => {
    expect(of('z2')).toMatchObject({
      points: { count: 0 },
      issues: { count: 2, items: [{ text: 'i1' }, { text: 'i0' }] },
      figures: { total: 2, open: 2, overdue: 1, lastMonth: 2 },
      team: null,
    });
    expect(of('s1')?.points).toEqual({ items: [{ id: 'p1', name: 'p1' }], count: 1 });
  });

  it('tells of a point which team is first there', () => {
    expect(of('p1')).toMatchObject({ team: { id: 't', detourFactor: 1.4 }, issues: { count: 0 } });
  });

  it('knows nothing of a place that is not there', () => {
    expect(of('gone')).toBeNull();
  });
});
