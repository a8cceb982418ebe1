import { expect, it } from 'vitest';
import { zoneMatrix, zonesAnswering } from '#shared/analysis/zone-matrix.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { block, box, polygon } from '#test/unit/shared/checks/given.ts';
import { chainInput, community, street } from '#test/unit/shared/checks/given-chain.ts';

//    ┌──────┬──────┐   a: all classes; s: snow alone, through community c2
//    │ s1 a │ s2 s │   n: names no street
//    └──────┴──────┘
const west = polygon(box(116.3, 39.9, 116.31, 39.91));
const east = polygon(box(116.31, 39.9, 116.32, 39.91));
const index = new ChainIndex(
  chainInput({
    streets: [street('s1', west), street('s2', east)],
    communities: [community('c2', 's2', east)],
    zones: [
      { ...block('a', west), parentId: 's1' },
      { ...block('s', east), parentId: 'c2', categories: ['snow', 'odd'] },
      { ...block('n', east), parentId: null },
    ],
  }),
);

it('counts the zones that answer in each street for each class that one is limited to', () => {
  const { classes, zones, limited } = zoneMatrix(index, ['litter', 'snow']);
  expect(classes).toEqual(['snow', 'odd', null]);
  expect([...zones]).toEqual([1, 1, 1, 1, 1, 0]);
  expect([...limited]).toEqual([0, 0, 0, 1, 1, 0]);
});

it('names them', () => {
  const names = (streetId: string, issueClass: string | null) =>
    zonesAnswering(index, streetId, issueClass).map(({ id }) => id);
  expect(names('s1', 'snow')).toEqual(['a']);
  expect(names('s2', 'snow')).toEqual(['s']);
  expect(names('s2', null)).toEqual([]);
});

it('has one column when no zone is limited', () => {
  const { classes, zones } = zoneMatrix(new ChainIndex(chainInput()), ['litter']);
  expect(classes).toEqual([null]);
  expect([...zones]).toEqual([0]);
});
