import { lineString, pointToLineDistance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disputedStretches, issuesAlong } from '#shared/analysis/border-register.ts';
import { Nearby } from '#shared/chain/nearby.ts';
import { type IssueRef, issuePosition } from '#shared/chain/open-issues.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import type { RecordOf } from '#shared/model/record.ts';

const border = (
  id: string,
  coordinates: [number, number][],
  given: Partial<RecordOf<'border'>> = {},
): RecordOf<'border'> => ({
  kind: 'border',
  id,
  name: id,
  partyIds: ['a', 'b'],
  geometry: { type: 'LineString', coordinates },
  follows: 'kerb',
  basis: '',
  decision: '',
  decidedOn: null,
  disputed: false,
  ...given,
});

function issuesAt(positions: [number, number][]): Nearby<IssueRef> {
  const chunks = packIssues(
    positions.map((position, i) => ({
      kind: 'issue',
      id: `i${i}`,
      issueClass: 'litter',
      status: 'reported',
      position,
      foundAt: '2026-06-14T00:00:00.000Z',
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    })),
    () => 'chunk',
  );
  return new Nearby(
    chunks.flatMap((chunk) => positions.map((_, index) => ({ chunk, index }))),
    issuePosition,
  );
}

describe('issuesAlong', () => {
  const degrees = fc.double({ min: 0, max: 0.004, noNaN: true }).map(snapDegrees);
  const position = fc.tuple(
    degrees.map((x) => snapDegrees(116.3 + x)),
    degrees.map((y) => snapDegrees(39.9 + y)),
  );

  it('finds what Turf finds within the distance, nearest first', () => {
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 2, maxLength: 6 }),
        fc.array(position, { minLength: 1, maxLength: 30 }),
        (line, positions) => {
          const found = issuesAlong([line], issuesAt(positions), 30);
          const witness = positions.map((p) =>
            pointToLineDistance(p, lineString(line), { units: 'meters', method: 'planar' }),
          );
          const away = new Map(found.map(({ item, distanceM }) => [item.index, distanceM]));
          for (const [i, metres] of witness.entries()) {
            // Both flatten the sphere, each in its own way.
            if (metres < 29.9) expect(away.get(i)).toBeCloseTo(metres, 0);
            if (metres > 30.1) expect(away.has(i)).toBe(false);
          }
          expect(found.map(({ distanceM }) => distanceM)).toEqual(
            [...away.values()].sort((a, b) => a - b),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('lists an issue once, at the nearest of several stretches', () => {
    const twoLines = [39.9, 39.9002].map((y) => [
      [116.3, y],
      [116.31, y],
    ]);
    const found = issuesAlong(twoLines, issuesAt([[116.305, 39.90019]]), 30);
    expect(found).toHaveLength(1);
    expect(found[0]?.distanceM).toBeCloseTo(1.11, 1);
  });
});

describe('the border register', () => {
  it('lists stretches in dispute with both claimants, longest first', () => {
    const short = border(
      'short',
      [
        [116.3, 39.9],
        [116.3, 39.901],
      ],
      { disputed: true },
    );
    const long = border(
      'long',
      [
        [116.3, 39.9],
        [116.3, 39.91],
      ],
      { disputed: true, partyIds: ['b', 'c'] },
    );
    const settled = border('settled', [
      [116.3, 39.9],
      [116.3, 39.99],
    ]);
    expect(disputedStretches([short, long, settled])).toEqual([
      { border: long, claimantIds: ['b', 'c'], lengthM: expect.closeTo(1111.95, 1) },
      { border: short, claimantIds: ['a', 'b'], lengthM: expect.closeTo(111.2, 1) },
    ]);
  });
});
