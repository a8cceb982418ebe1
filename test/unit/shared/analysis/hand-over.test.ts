import { describe, expect, it } from 'vitest';
import { type HandOver, handOverSheet } from '#shared/analysis/hand-over.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainInput } from '#shared/chain/chain-input.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, pointAt, polygon } from '#test/unit/shared/checks/given.ts';
import { chainInput, ground, person, post, street } from '#test/unit/shared/checks/given-chain.ts';

/*
 *   before            after             p1 at .305, p2 at .312 (moves), p3 at .318
 *   ┌─────┬─────┐     ┌───────┬───┐     an open issue beside each, due on the 20th, 18th, never
 *   │  a  │  b  │     │   a   │ b │
 *   └─────┴─────┘     └───────┴───┘
 *       .310              .315
 */
const zones = (border: number): Zone[] => [
  { ...block('a', polygon(box(116.3, 39.9, border, 39.91))), parentId: 's1' },
  { ...block('b', polygon(box(border, 39.9, 116.32, 39.91))), parentId: 's1' },
];
const roles: Role[] = [
  { key: 'street-head', name: '街道', group: '', level: 'street', required: true },
  { key: 'zone-head', name: '片长', group: '', level: 'zone', required: true },
];
const head = (targetId: string, personId: string, given = {}) =>
  post(personId, {
    id: `${targetId}-${personId}`,
    role: 'zone-head',
    level: 'zone',
    targetId,
    ...given,
  });
const chunks = packIssues(
  [116.305, 116.312, 116.318].map((x, i) => ({
    kind: 'issue',
    id: `i${i}`,
    issueClass: 'litter',
    status: 'reported',
    position: [x, 39.905],
    foundAt: '2026-06-14T00:00:00.000Z',
    dueAt: [`2026-06-20T00:00:00.000Z`, `2026-06-18T00:00:00.000Z`, null][i] ?? null,
    closedAt: null,
    text: '',
    lostPoints: 0,
  })),
  () => 'chunk',
);
const input: ChainInput = chainInput({
  streets: [street('s1', ground)],
  zones: zones(116.31),
  points: [
    pointAt('p1', 116.305, 39.9),
    pointAt('p2', 116.312, 39.9),
    pointAt('p3', 116.318, 39.9),
  ],
  people: [person('x', { organisationId: 'X' }), person('y', { organisationId: 'Y' }), person('z')],
  posts: [post('z'), head('a', 'x'), head('b', 'y')],
  roles,
  issueChunks: chunks,
});

const sheet = (after: Partial<ChainInput>, before: Partial<ChainInput> = {}) =>
  handOverSheet(
    new ChainIndex({ ...input, ...before }),
    new ChainIndex({ ...input, ...after }),
    '2026-06-14',
    '2026-06-15',
  );
const short = ({ from, to, areaM2: size, points, issues, nextDueAt }: HandOver) => ({
  from: from && `${from.place.id}: ${from.people.map(({ person: { id } }) => id).join()}`,
  to: to && `${to.place.id}: ${to.people.map(({ person: { id } }) => id).join()}`,
  ares: size === null ? null : Math.round(size / 1e2),
  points: points.map(({ id }) => id).join(),
  issues: issues.length,
  due: nextDueAt === null ? null : new Date(nextDueAt).toISOString().slice(0, 10),
});
const twice = polygon(box(116.31, 39.9, 116.32, 39.91));
const strip = polygon(box(116.31, 39.9, 116.315, 39.91));
const ares = Math.round(areaM2(strip) / 1e2);

describe('handOverSheet', () => {
  it('is empty when nothing changes, and when terms go on', () => {
    expect(sheet({}).items).toEqual([]);
    const posts = [
      post('z'),
      head('a', 'x', { to: '2026-06-14' }),
      head('a', 'x', { id: 'n', from: '2026-06-15' }),
      head('b', 'y'),
    ];
    expect(sheet({ posts }, { posts }).items).toEqual([]);
  });

  it('says what ground, points, issues and deadlines go with a moved border', () => {
    const { items, units, effectiveOn } = sheet({ zones: zones(116.315) });
    expect(items.map(short)).toEqual([
      { from: 'b: y', to: 'a: x', ares, points: 'p2', issues: 1, due: '2026-06-18' },
    ]);
    expect(effectiveOn).toBe('2026-06-15');
    expect(units.get('Y')).toEqual({ receives: [], givesUp: items });
    expect(units.get('X')).toEqual({ receives: items, givesUp: [] });
  });

  it('hands over whole seats when holders change, up the street too', () => {
    const posts = [
      post('z', { to: '2026-06-14' }),
      post('x', { id: 'n', from: '2026-06-15' }),
      head('a', 'x'),
      head('b', 'y', { to: '2026-06-14' }),
      head('b', 'z', { from: '2026-06-15' }),
    ];
    const { items, units } = sheet({ posts }, { posts });
    expect(items.map(short)).toEqual([
      {
        from: 's1: z',
        to: 's1: x',
        ares: null,
        points: 'p1,p2,p3',
        issues: 3,
        due: '2026-06-18',
      },
      { from: 'b: y', to: 'b: z', ares: null, points: 'p2,p3', issues: 2, due: '2026-06-18' },
    ]);
    expect(units.get(null)?.receives).toHaveLength(1);
  });

  it('splits what stays from what moves when border and holder change together', () => {
    const posts = [
      post('z'),
      head('a', 'x'),
      head('b', 'y', { to: '2026-06-14' }),
      head('b', 'z', { from: '2026-06-15' }),
    ];
    expect(sheet({ posts, zones: zones(116.315) }).items.map(short)).toEqual([
      { from: 'b: y', to: 'b: z', ares: null, points: 'p3', issues: 1, due: null },
      { from: 'b: y', to: 'a: x', ares, points: 'p2', issues: 1, due: '2026-06-18' },
    ]);
  });

  it('shows ground that nobody takes, and ground that nobody had', () => {
    const [a] = zones(116.31);
    const alone = { zones: [a as Zone] };
    expect(sheet(alone).items.map(short)).toEqual([
      {
        from: 'b: y',
        to: null,
        ares: Math.round(areaM2(twice) / 1e2),
        points: 'p2,p3',
        issues: 2,
        due: '2026-06-18',
      },
    ]);
    expect(sheet({}, alone).items.map(short)).toEqual([
      {
        from: null,
        to: 'b: y',
        ares: Math.round(areaM2(twice) / 1e2),
        points: 'p2,p3',
        issues: 2,
        due: '2026-06-18',
      },
    ]);
  });

  it('hands over nothing when the same person takes up the ground under another zone', () => {
    const [a, b] = zones(116.31);
    const renamed = { ...(b as Zone), id: 'c' };
    const posts = [post('z'), head('a', 'x'), head('c', 'y')];
    expect(sheet({ zones: [a as Zone, renamed], posts }).items).toEqual([]);
  });

  /*
   *   before            after
   *   ┌───┬──┬──┐       ┌───┬─────┐     both drew the strip from .310 to .315; b has it alone now
   *   │ a │ab│ b│       │ a │  b  │
   *   └───┴──┴──┘       └───┴─────┘
   */
  it('hands over ground that both claimed to the one who keeps it', () => {
    const [a, b] = zones(116.31);
    const wide = { ...(a as Zone), geometry: polygon(box(116.3, 39.9, 116.315, 39.91)) } as Zone;
    expect(sheet({}, { zones: [wide, b as Zone] }).items.map(short)).toEqual([
      { from: 'a: x', to: 'b: y', ares, points: 'p2', issues: 1, due: '2026-06-18' },
    ]);
  });

  it('names the seats of points that are new or gone', () => {
    const points = [...input.points, pointAt('p4', 116.301, 39.9)];
    const keeper: Role = { key: 'keeper', name: '点长', group: '', level: 'point', required: true };
    const posts = [
      ...input.posts,
      post('x', { id: 'k', role: 'keeper', level: 'point', targetId: 'p4' }),
    ];
    const withPoint = { points, posts, roles: [...roles, keeper] };
    const seat = (items: HandOver[]) => items.map(short).filter(({ points: id }) => id === 'p4');
    expect(seat(sheet(withPoint, { roles: withPoint.roles }).items)).toContainEqual(
      expect.objectContaining({ from: null, to: 'p4: x' }),
    );
    expect(seat(sheet({ roles: withPoint.roles }, withPoint).items)).toContainEqual(
      expect.objectContaining({ from: 'p4: x', to: null }),
    );
  });
});
