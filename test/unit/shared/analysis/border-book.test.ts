import { describe, expect, it } from 'vitest';
import { BorderBook } from '#shared/analysis/border-book.ts';
import { issuesAlong } from '#shared/analysis/border-register.ts';
import { Nearby } from '#shared/chain/nearby.ts';
import { issuePosition, openIssues } from '#shared/chain/open-issues.ts';
import { Document } from '#shared/edits/document.ts';
import { borderLines } from '#shared/model/border.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { AnyRecord, RecordOf } from '#shared/model/record.ts';
import { box, polygon } from '#test/unit/shared/checks/given.ts';
import { street } from '#test/unit/shared/checks/given-chain.ts';

/*
 *   .30   .31   .32
 *   ┌─────┬─────┐ .91
 *   │  a  │  b  │
 *   ├─────┼─────┤ .90    issues stand 10 m and 40 m east of the border a|b, and at the crossing
 *   │  c  │  d  │
 *   └─────┴─────┘ .89
 */
const area = (west: number, south: number) =>
  polygon(box(west, south, Number((west + 0.01).toFixed(2)), Number((south + 0.01).toFixed(2))));
const streets = [
  street('a', area(116.3, 39.9)),
  street('b', area(116.31, 39.9)),
  street('c', area(116.3, 39.89)),
  street('d', area(116.31, 39.89)),
];
const metre = 1 / 85_400;
const chunks = packIssues(
  (
    [
      [116.31 + 10 * metre, 39.905],
      [116.31 + 40 * metre, 39.905],
      [116.31, 39.9],
    ] as [number, number][]
  ).map((position, i) => ({
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
const entry = (given: Partial<RecordOf<'border'>>): RecordOf<'border'> => ({
  kind: 'border',
  id: 'entry',
  name: '甲乙界',
  partyIds: ['b', 'a'],
  geometry: {
    type: 'LineString',
    coordinates: [
      [116.31, 39.9],
      [116.31, 39.91],
    ],
  },
  follows: 'kerb',
  basis: '',
  decision: '',
  decidedOn: null,
  disputed: false,
  ...given,
});

function rowsOf(records: AnyRecord[], book = new BorderBook('street')) {
  return book
    .rows(new Document(records), () => openIssues(chunks), 30)
    .map(({ partyIds, border, lengthM, fit, issues }) => ({
      parties: partyIds.toSorted().join(''),
      entry: border?.id ?? null,
      km: Number((lengthM / 1000).toFixed(2)),
      fit,
      issues,
    }));
}

describe('BorderBook', () => {
  it('lists what is registered and what is not, with the issues near each', () => {
    expect(rowsOf([...streets, ...chunks, entry({})])).toEqual([
      { parties: 'ab', entry: 'entry', km: 1.11, fit: 'fits', issues: 2 },
      { parties: 'cd', entry: null, km: 1.11, fit: 'fits', issues: 1 },
      { parties: 'ac', entry: null, km: 0.85, fit: 'fits', issues: 1 },
      { parties: 'bd', entry: null, km: 0.85, fit: 'fits', issues: 1 },
    ]);
  });

  it('puts disputes first, then lines that have moved, and counts as a search along the line does', () => {
    const moved = entry({
      id: 'moved',
      partyIds: ['c', 'd'],
      geometry: {
        type: 'LineString',
        coordinates: [
          [116.3101, 39.9],
          [116.3101, 39.89],
        ],
      },
    });
    const rows = rowsOf([...streets, ...chunks, moved, entry({ disputed: true })]);
    expect(rows.slice(0, 3)).toEqual([
      { parties: 'ab', entry: 'entry', km: 1.11, fit: 'fits', issues: 2 },
      { parties: 'cd', entry: 'moved', km: 1.11, fit: 'moved', issues: 1 },
      { parties: 'cd', entry: null, km: 1.11, fit: 'fits', issues: 1 },
    ]);
    const near = new Nearby(openIssues(chunks), issuePosition);
    expect(issuesAlong(borderLines(moved), near, 30)).toHaveLength(1);
  });

  it('follows areas that change and go', () => {
    const book = new BorderBook('street');
    const rows = (records: AnyRecord[]) => rowsOf(records, book).map(({ parties }) => parties);
    expect(rows([...streets, ...chunks])).toHaveLength(4);
    const [a, ...others] = streets as [RecordOf<'street'>, ...RecordOf<'street'>[]];
    expect(rows([...others, ...chunks]).sort()).toEqual(['bd', 'cd']);
    expect(rows([{ ...a, geometry: area(116.3, 39.9) }, ...others, ...chunks])).toHaveLength(4);
  });
});
