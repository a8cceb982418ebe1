import { describe, expect, it } from 'vitest';
import { departmentCounts, departmentMatrix } from '#shared/analysis/department-matrix.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Post } from '#shared/model/post.ts';
import { block, box, pointAt, polygon } from '#test/unit/shared/checks/given.ts';
import {
  chainInput,
  community,
  person,
  post,
  street,
} from '#test/unit/shared/checks/given-chain.ts';

const west = polygon(box(116.3, 39.9, 116.31, 39.91));
const east = polygon(box(116.31, 39.9, 116.32, 39.91));
const department = (
  id: string,
  categories: string[],
  parentId: string | null = null,
): Organisation => ({
  kind: 'organisation',
  id,
  name: id,
  parentId,
  line: 'line',
  categories,
});
const organisations = [
  department('sanitation', ['litter', 'snow']),
  department('sanitation-east', [], 'sanitation'),
  department('police', ['parking']),
  department('nothing', []),
  { ...department('office', ['litter']), line: 'block' as const },
];
const at = (personId: string, level: Post['level'], targetId: string, given: Partial<Post> = {}) =>
  post(personId, { id: `${personId}-${targetId}`, role: 'x', level, targetId, ...given });

const index = new ChainIndex(
  chainInput({
    streets: [street('s1', west), street('s2', east)],
    communities: [community('c2', 's2', east)],
    zones: [{ ...block('snow-zone', east), parentId: 'c2', categories: ['snow'] }],
    points: [pointAt('p1', 116.305, 39.905)],
    people: [
      person('a', { organisationId: 'sanitation' }),
      person('b', { organisationId: 'sanitation-east' }),
      person('c', { organisationId: 'police' }),
      person('d', { organisationId: 'office' }),
    ],
    posts: [
      at('a', 'point', 'p1'),
      at('b', 'zone', 'snow-zone'),
      at('c', 'district', 'd'),
      at('c', 'street', 's2', { to: '2026-06-15' }),
      at('d', 'street', 's1'),
      // In the name of the police, by somebody of the office.
      at('d', 'street', 's2', { organisationId: 'police', from: '2026-06-16' }),
    ],
  }),
);
const filled = (on: string) =>
  departmentMatrix(index, organisations, [], on).cells.map(
    ({ streetId, organisationId, issueClass, holders }) =>
      `${streetId} ${organisationId} ${issueClass}: ${holders.map(({ person: { id } }) => id).join()}`,
  );

describe('departmentMatrix', () => {
  it('shows where a department has nobody for a class of issue that it answers for', () => {
    expect(filled('2026-06-15')).toEqual([
      's1 sanitation litter: a',
      's1 sanitation snow: a',
      's1 police parking: ',
      's2 sanitation litter: ',
      's2 sanitation snow: b',
      's2 police parking: c',
    ]);
  });

  it('goes by the day, and by the unit in whose name a post is held', () => {
    expect(filled('2026-06-16').at(-1)).toBe('s2 police parking: d');
    expect(filled('2025-01-01').every((cell) => cell.endsWith(': '))).toBe(true);
  });

  it('lists classes that no department answers for', () => {
    const { unclaimed } = departmentMatrix(
      index,
      organisations,
      ['litter', 'notice'],
      '2026-06-15',
    );
    expect(unclaimed).toEqual(['notice']);
  });
});

describe('departmentCounts', () => {
  it('counts what the matrix names, in the order asked for', () => {
    const { cells } = departmentMatrix(index, organisations, [], '2026-06-15');
    const streets = ['s2', 's1'];
    const columns = [
      { organisationId: 'police', issueClass: 'parking' },
      { organisationId: 'sanitation', issueClass: 'snow' },
      { organisationId: 'sanitation', issueClass: 'litter' },
    ];
    const counts = departmentCounts(index, organisations, streets, columns, '2026-06-15');
    const named = streets.flatMap((streetId) =>
      columns.map(
        ({ organisationId, issueClass }) =>
          cells.find(
            (cell) =>
              cell.streetId === streetId &&
              cell.organisationId === organisationId &&
              cell.issueClass === issueClass,
          )?.holders.length,
      ),
    );
    expect([...counts]).toEqual(named);
  });
});
