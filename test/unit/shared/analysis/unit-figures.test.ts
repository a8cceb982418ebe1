import { describe, expect, it } from 'vitest';
import { unitFigures } from '#shared/analysis/unit-figures.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import { block, box, pointAt, polygon } from '#test/unit/shared/checks/given.ts';
import { chainInput, on, person, post } from '#test/unit/shared/checks/given-chain.ts';

const unit = (id: string, parentId: string | null): Organisation => ({
  kind: 'organisation',
  id,
  name: id,
  parentId,
  line: 'block',
  categories: [],
});

/*
 *   ┌──── z ────┐
 *   │  x   y  • │   zone z holds the points x and y and an open issue •, another issue stands at x
 *   └───────────┘
 */
const zone = block('z', polygon(box(116.3, 39.9, 116.31, 39.91)));
const issue = (n: number, position: [number, number], closedAt: string | null) => ({
  kind: 'issue' as const,
  id: `00000000-0000-4000-8000-00000000000${n}`,
  issueClass: 'litter',
  status: closedAt ? ('closed' as const) : ('reported' as const),
  position,
  foundAt: '2026-06-01T00:00:00Z',
  dueAt: null,
  closedAt,
  text: '',
  lostPoints: 0,
});

function figures(organisations: Organisation[]) {
  const input = chainInput({
    zones: [zone],
    points: [pointAt('x', 116.302, 39.905), pointAt('y', 116.306, 39.905)],
    people: [
      person('head', { organisationId: 'top' }),
      person('zone', { organisationId: 'left' }),
      person('point', { organisationId: 'right' }),
    ],
    posts: [
      post('zone', { role: 'zone-head', level: 'zone', targetId: 'z' }),
      post('point', { role: 'point-head', level: 'point', targetId: 'x' }),
      // Held in the name of another unit, and a post that is over.
      post('head', {
        id: 'named',
        role: 'zone-patrol',
        level: 'zone',
        targetId: 'z',
        organisationId: 'right',
      }),
      post('head', {
        id: 'over',
        role: 'point-head',
        level: 'point',
        targetId: 'y',
        to: '2026-06-14',
      }),
    ],
    issueChunks: packIssues(
      [
        issue(1, [116.309, 39.905], null),
        issue(2, [116.302, 39.905], null),
        issue(3, [116.302, 39.905], '2026-06-02T00:00:00Z'),
      ],
      () => '00000000-0000-4000-8000-000000000099',
    ),
  });
  return Object.fromEntries(
    unitFigures(new ChainIndex(input), organisations, on).map(({ id, ...rest }) => [id, rest]),
  );
}

describe('unitFigures', () => {
  it('counts with the units below, what lies in several places of a unit once', () => {
    const result = figures([unit('top', null), unit('left', 'top'), unit('right', 'top')]);
    expect(result).toEqual({
      top: { ownPeople: 1, people: 3, posts: 3, points: 2, openIssues: 2 },
      left: { ownPeople: 1, people: 1, posts: 1, points: 2, openIssues: 2 },
      right: { ownPeople: 1, people: 1, posts: 2, points: 2, openIssues: 2 },
    });
  });

  it('comes to an end in a circle of units, and passes over units that are not there', () => {
    const result = figures([unit('left', 'right'), unit('right', 'left')]);
    expect(result['left']).toMatchObject({ ownPeople: 1, people: 2, posts: 3 });
    expect(result['right']).toMatchObject({ ownPeople: 1, people: 2, posts: 3 });
  });
});
