import fc from 'fast-check';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { PostLevel } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, pointAt, polygon } from './given.ts';
import { chainInput, community, on, person, post, street, team } from './given-chain.ts';

const levels: PostLevel[] = ['district', 'street', 'community', 'zone', 'point'];

export const roles: Role[] = [
  ...levels.map((level) => ({
    key: `${level}-head`,
    name: `${level} head`,
    group: '',
    level,
    required: true,
  })),
  {
    key: 'patrol',
    name: 'patrol',
    group: '',
    level: 'zone',
    required: false,
    limits: { areas: 2 },
  },
  {
    key: 'keeper',
    name: 'keeper',
    group: '',
    level: 'point',
    required: true,
    limits: { points: 3 },
  },
];

/*
 *   39.91 ┌────┬────┬────┬────┐
 *         │ z0 │ z1 │ z2 │ z3 │   streets s0 = c0 + c1, s1 = c2 + c3; community ci = zone zi;
 *         │ p0 │ p1 │ p2 │ p3 │   road: a strip through z0 and z1; points p0 to p3
 *   39.90 └────┴────┴────┴────┘
 *       116.30              116.32
 */
export const cell = (i: number, width = 1) =>
  polygon(box(116.3 + i * 0.005, 39.9, 116.3 + (i + width) * 0.005, 39.91));
const road: Zone = {
  ...block('road', polygon()),
  shape: 'strip',
  parentId: 's0',
  widthM: 20,
  geometry: {
    type: 'LineString',
    coordinates: [
      [116.301, 39.905],
      [116.309, 39.905],
    ],
  },
};

const districtHolders = 12;
export const someone = fc.integer({ min: 0, max: districtHolders - 1 }).map((n) => `person-${n}`);

/** A roster in which every required seat is held by exactly one person, with a phone and at work. */
export const completeRoster: fc.Arbitrary<ChainCheckInput> = fc
  .record({
    holders: fc.array(someone, { minLength: 40, maxLength: 40 }),
    starts: fc.array(fc.constantFrom('2026-01-01', on), { minLength: 40, maxLength: 40 }),
    ends: fc.array(fc.constantFrom(null, on, '2026-12-31'), { minLength: 40, maxLength: 40 }),
  })
  .map(({ holders, starts, ends }) => {
    const zones: Zone[] = [0, 1, 2, 3].map((i) => ({
      ...block(`z${i}`, cell(i)),
      parentId: `c${i}`,
    }));
    const points = [0, 1, 2, 3].map((i) => pointAt(`p${i}`, 116.3025 + i * 0.005, 39.902));
    const input = chainInput({
      streets: [street('s0', cell(0, 2)), street('s1', cell(2, 2))],
      communities: [0, 1, 2, 3].map((i) => community(`c${i}`, i < 2 ? 's0' : 's1', cell(i))),
      zones: [...zones, road],
      points,
      roles,
      people: Array.from({ length: districtHolders }, (_, n) =>
        person(`person-${n}`, { phone: `1380000${1000 + n}` }),
      ),
      teams: [team('t', [116.31, 39.905], { memberIds: ['person-0', 'member'] })],
      dutyLists: [],
    });
    const places = [
      { id: 'd', level: 'district' as const },
      ...input.streets.map(({ id }) => ({ id, level: 'street' as const })),
      ...input.communities.map(({ id }) => ({ id, level: 'community' as const })),
      ...input.zones.map(({ id }) => ({ id, level: 'zone' as const })),
      ...points.map(({ id }) => ({ id, level: 'point' as const })),
    ];
    const posts = places.flatMap(({ id, level }) =>
      roles
        .filter((role) => role.required && role.level === level)
        .map((role) => ({ role: role.key, level, targetId: id })),
    );
    return {
      ...input,
      people: [...input.people, person('member', { phone: '1' })],
      posts: posts.map((seat, i) =>
        post(holders[i] ?? null, {
          ...seat,
          id: `post-${i}`,
          from: starts[i] ?? on,
          to: ends[i] ?? null,
        }),
      ),
      roles: roles.map((role) => (role.key === 'keeper' ? { ...role, limits: {} } : role)),
    };
  });
