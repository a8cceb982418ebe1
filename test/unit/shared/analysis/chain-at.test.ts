import { describe, expect, it } from 'vitest';
import { chainAt, type SpotChain } from '#shared/analysis/chain-at.ts';
import { heldByOrganisation, heldByPerson } from '#shared/analysis/held-by.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainInput } from '#shared/chain/chain-input.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { Post } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, pointAt, polygon } from '#test/unit/shared/checks/given.ts';
import {
  chainInput,
  community,
  person,
  post,
  street,
  team,
} from '#test/unit/shared/checks/given-chain.ts';

/*
 *   39.91 ┌─────────┬─────────┐   s1 = c1 + c2
 *         │ c1   ┌──┼─ road ──┤   road 条 (s1), for illegal parking alone in `parking`
 *         │ z1 (stop)   z2 c2 │   stop 点 (c1) around the point p1
 *   39.90 └─────────┴─────────┘
 *       116.30    116.31    116.32
 */
const west = polygon(box(116.3, 39.9, 116.31, 39.91));
const east = polygon(box(116.31, 39.9, 116.32, 39.91));
const road: Zone = {
  ...block('road', polygon()),
  parentId: 's1',
  shape: 'strip',
  widthM: 40,
  geometry: {
    type: 'LineString',
    coordinates: [
      [116.305, 39.905],
      [116.32, 39.905],
    ],
  },
};
const stop: Zone = {
  ...block('stop', polygon()),
  parentId: 'c1',
  shape: 'site',
  radiusM: 80,
  geometry: { type: 'Point', coordinates: [116.305, 39.905] },
};
const role = (key: string, level: Role['level'], required = true): Role => ({
  key,
  name: key,
  group: '',
  level,
  required,
});
const roles = [
  role('leader', 'district'),
  role('street', 'street'),
  role('community', 'community'),
  role('zone', 'zone'),
  role('patrol', 'zone', false),
  role('point', 'point'),
];
const held = (
  id: string,
  key: string,
  targetId: string,
  personId: string,
  given: Partial<Post> = {},
) =>
  post(personId, {
    id,
    role: key,
    level: roles.find((one) => one.key === key)?.level ?? 'zone',
    targetId,
    ...given,
  });

const [chunk] = packIssues(
  [
    [116.3051, 39.905],
    [116.309, 39.909],
  ].map(([x = 0, y = 0], i) => ({
    kind: 'issue',
    id: `i${i}`,
    issueClass: 'litter',
    status: 'reported',
    position: [x, y],
    foundAt: '2026-06-14T00:00:00.000Z',
    dueAt: null,
    closedAt: null,
    text: '',
    lostPoints: 0,
  })),
  () => 'chunk',
);
if (!chunk) throw new Error('no chunk');

const input: ChainInput = chainInput({
  streets: [street('s1')],
  communities: [community('c1', 's1', west), community('c2', 's1', east)],
  zones: [
    { ...block('z1', west), parentId: 'c1' },
    { ...block('z2', east), parentId: 'c2' },
    road,
    stop,
  ],
  points: [pointAt('p1', 116.305, 39.905)],
  people: [
    person('a', { organisationId: 'office' }),
    person('b', { leave: [{ from: '2026-06-10', to: '2026-06-20', deputyId: 'a' }] }),
    person('c', { organisationId: 'police' }),
  ],
  posts: [
    held('1', 'leader', 'd', 'a'),
    held('2', 'street', 's1', 'a', { from: '2026-06-10' }),
    held('3', 'street', 's1', 'c', { from: '2025-01-01', to: '2026-06-09' }),
    held('4', 'zone', 'z1', 'b'),
    held('5', 'zone', 'road', 'c'),
    held('6', 'patrol', 'stop', 'c'),
    held('7', 'point', 'p1', 'b', { organisationId: 'office' }),
  ],
  roles,
  teams: [
    team('far', [116.4, 39.9], { memberIds: ['a'] }),
    team('near', [116.305, 39.905], { memberIds: ['b'] }),
  ],
  issueChunks: [chunk],
});
const index = new ChainIndex(input);

const names = ({ links }: SpotChain) =>
  links.map(
    ({ place, role: { key }, holders }) =>
      `${place.id} ${key}: ${holders.map((holder) => holder.person.id).join()}`,
  );
const ask = (x: number, y: number, on = '2026-06-15', issueClass: string | null = null) =>
  chainAt(index, { position: [x, y], on, issueClass });

describe('chainAt', () => {
  it('names the holders of every level where block, strip, site and point meet', () => {
    const spot = ask(116.305, 39.905);
    expect(names(spot)).toEqual([
      'd leader: a',
      's1 street: a',
      'c1 community: ',
      'stop zone: ',
      'stop patrol: c',
      'p1 point: b',
    ]);
    expect(spot.zone).toMatchObject({
      id: 'stop',
      reason: 'shape',
      others: [{ id: 'road' }, { id: 'z1' }],
    });
    expect(spot.counts).toEqual({ points: 1, openIssues: 1 });
    expect(spot.points.items.map(({ id }) => id)).toEqual(['p1']);
    expect(spot.issues).toMatchObject({ count: 1, items: [{ chunkId: 'chunk', index: 0 }] });
    expect(spot.issues.items[0]?.distanceM).toBeCloseTo(8.53, 1);
  });

  it('fills in the community from the ground where a road belongs to a street', () => {
    expect(names(ask(116.315, 39.905))).toEqual([
      'd leader: a',
      's1 street: a',
      'c2 community: ',
      'road zone: c',
    ]);
  });

  it('says who answers for a holder on leave, and since when they hold it', () => {
    const links = ask(116.302, 39.902).links;
    const zone = links.find(({ place }) => place.id === 'z1');
    expect(zone?.holders).toMatchObject([
      { person: { id: 'b' }, onLeave: true, answers: { id: 'a' }, since: '2026-01-01' },
    ]);
  });

  it('asks the chain of a day in the past', () => {
    expect(names(ask(116.302, 39.902, '2026-06-09'))).toContain('s1 street: c');
    expect(names(ask(116.302, 39.902, '2026-06-10'))).toContain('s1 street: a');
    expect(names(ask(116.302, 39.902, '2024-01-01'))).toContain('s1 street: ');
  });

  it('lets a zone limited to classes of issues answer for those alone', () => {
    const zones = input.zones.map((zone) =>
      zone.id === 'road' ? { ...zone, categories: ['parking'] } : zone,
    );
    const limited = new ChainIndex({ ...input, zones });
    const zoneFor = (issueClass: string | null) =>
      chainAt(limited, { position: [116.315, 39.905], on: '2026-06-15', issueClass }).zone?.id;
    expect([zoneFor('parking'), zoneFor('litter'), zoneFor(null)]).toEqual(['road', 'z2', 'z2']);
  });

  it('takes the first team with anybody at work', () => {
    expect(ask(116.305, 39.905).team?.id).toBe('far');
    expect(ask(116.305, 39.905, '2026-06-21').team?.id).toBe('near');
  });

  it('has no chain outside the district, and tells excepted ground', () => {
    expect(ask(117, 39.905)).toMatchObject({
      links: [],
      zone: null,
      counts: null,
      points: { items: [], count: 0 },
    });
    const lake = {
      kind: 'exception' as const,
      id: 'lake',
      name: '湖',
      geometry: west,
      reason: '水面',
      approver: '区',
      from: '2026-06-15',
      expires: '2026-06-15',
    };
    const withLake = new ChainIndex({ ...input, exceptions: [lake] });
    const at = (on: string) =>
      chainAt(withLake, { position: [116.302, 39.902], on, issueClass: null }).exception?.id;
    expect([at('2026-06-14'), at('2026-06-15'), at('2026-06-16')]).toEqual([
      undefined,
      'lake',
      undefined,
    ]);
  });

  it('gives the same answers once everything is prepared', () => {
    const prepared = new ChainIndex(input);
    prepared.prepare();
    expect(
      chainAt(prepared, { position: [116.305, 39.905], on: '2026-06-15', issueClass: null }),
    ).toEqual(ask(116.305, 39.905));
  });
});

describe('what somebody holds', () => {
  const organisation = (id: string, parentId: string | null): Organisation => ({
    kind: 'organisation',
    id,
    name: id,
    parentId,
    line: 'block',
    categories: [],
  });
  // A circle of parents must not catch anyone.
  const organisations = [
    organisation('top', 'office'),
    organisation('office', 'top'),
    organisation('police', null),
  ];

  it('is listed for a person on a day', () => {
    const of = (on: string) =>
      heldByPerson(index, 'c', on).map(({ place, openIssues }) => [place.id, openIssues]);
    expect(of('2026-06-15')).toEqual([
      ['road', 0],
      ['stop', 1],
    ]);
    expect(of('2026-06-09')).toContainEqual(['s1', 2]);
  });

  it('is listed for a unit with those below it; a post may be held in the name of another unit', () => {
    const of = (id: string) =>
      heldByOrganisation(index, organisations, id, '2026-06-15').map(({ place }) => place.id);
    expect(of('top').sort()).toEqual(['d', 'p1', 's1']);
    expect(of('police').sort()).toEqual(['road', 'stop']);
  });
});
