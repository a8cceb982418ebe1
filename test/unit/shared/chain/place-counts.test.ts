import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { pointReachM } from '#shared/chain/place-counts.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { block, box, pointAt, polygon } from '#test/unit/shared/checks/given.ts';
import { chainInput, community, street } from '#test/unit/shared/checks/given-chain.ts';

/*
 *   39.910 ┌─────────┬─────────┐   s1 = c1 ∪ c2; z1 and z2 fill the communities,
 *          │ z1 ┌────┼────┐ z2 │   over lies across both, for litter alone
 *          │    └────┼────┘    │
 *   39.900 └─────────┴─────────┘
 *        116.300  116.310  116.320
 */
const west = polygon(box(116.3, 39.9, 116.31, 39.91));
const east = polygon(box(116.31, 39.9, 116.32, 39.91));
const over = {
  ...block('over', polygon(box(116.305, 39.903, 116.315, 39.907))),
  shape: 'site' as const,
  radiusM: null,
  categories: ['litter'],
};
const place = fc.tuple(
  fc.integer({ min: 116_298, max: 116_322 }).map((x) => x / 1000),
  fc.integer({ min: 39_898, max: 39_912 }).map((y) => y / 1000),
);
const issue = fc.record({
  position: place,
  issueClass: fc.constantFrom('litter', 'parking'),
  status: fc.constantFrom('reported' as const, 'closed' as const),
});

describe('countsOf', () => {
  it('counts for each place what lies there one by one', () => {
    fc.assert(
      fc.property(fc.array(place), fc.array(issue), (positions, issues) => {
        const points = positions.map(([x, y], i) => pointAt(`p${i}`, x, y));
        const index = new ChainIndex(
          chainInput({
            streets: [street('s1')],
            communities: [community('c1', 's1', west), community('c2', 's1', east)],
            zones: [block('z1', west), block('z2', east), over],
            points,
            issueChunks: packIssues(
              issues.map(({ position, ...given }, i) => ({
                kind: 'issue',
                id: `i${i}`,
                position: [...position],
                foundAt: '2026-06-14T00:00:00.000Z',
                dueAt: null,
                closedAt: null,
                text: '',
                lostPoints: 0,
                ...given,
              })),
              () => 'chunk',
            ),
          }),
        );
        const open = issues.filter(({ status }) => status !== 'closed');
        const within = (
          [x, y]: readonly [number, number],
          [w, s, e, n]: readonly [number, number, number, number],
        ) => x >= w && x <= e && y >= s && y <= n;
        const inStreet = (at: readonly [number, number]) =>
          within(at, [116.3, 39.9, 116.32, 39.91]);
        const onSite = (at: readonly [number, number]) =>
          within(at, [116.305, 39.903, 116.315, 39.907]);
        // The smaller id has the common border: that of c1 and z1.
        const inWest = (at: readonly [number, number]) => inStreet(at) && at[0] <= 116.31;
        const count = (
          of: (at: readonly [number, number], issueClass: string | null) => boolean,
        ) => ({
          points: positions.filter((at) => of(at, null)).length,
          openIssues: open.filter((one) => of(one.position, one.issueClass)).length,
        });
        expect(index.countsOf('d')).toEqual(count(() => true));
        expect(index.countsOf('s1')).toEqual(count(inStreet));
        expect(index.countsOf('c1')).toEqual(count(inWest));
        expect(index.countsOf('c2')).toEqual(count((at) => inStreet(at) && !inWest(at)));
        const taken = (at: readonly [number, number], issueClass: string | null) =>
          onSite(at) && issueClass === 'litter';
        expect(index.countsOf('over')).toEqual(count(taken));
        expect(index.countsOf('z1')).toEqual(
          count((at, issueClass) => inWest(at) && !taken(at, issueClass)),
        );
        for (const { id, position } of points) {
          const near = open.filter((one) => distanceM(position, one.position) <= pointReachM);
          expect(index.countsOf(id)).toEqual({ points: 1, openIssues: near.length });
        }
        expect(index.countsOf('gone')).toEqual({ points: 0, openIssues: 0 });
      }),
    );
  });
});
