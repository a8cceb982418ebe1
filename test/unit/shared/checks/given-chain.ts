import type { Position } from 'geojson';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { Area } from '#shared/model/geometry.ts';
import { defaultChainRules } from '#shared/model/chain-rules.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';
import type { RecordOf } from '#shared/model/record.ts';
import type { Team } from '#shared/model/team.ts';
import { box, polygon, quiet } from './given.ts';

export const on = '2026-06-15';

/** Some two kilometres by one. */
export const ground = polygon(box(116.3, 39.9, 116.32, 39.91));

export function person(id: string, given: Partial<Person> = {}): Person {
  return {
    kind: 'person',
    id,
    name: id,
    phone: '13800000000',
    organisationId: null,
    leave: [],
    ...given,
  };
}

/** A post of street head at s1. */
export function post(personId: string | null, given: Partial<Post> = {}): Post {
  return {
    kind: 'post',
    id: `post-${personId}`,
    role: 'street-head',
    personId,
    level: 'street',
    targetId: 's1',
    from: '2026-01-01',
    to: null,
    source: '',
    deputyId: null,
    organisationId: null,
    ...given,
  };
}

export function team(id: string, base: Position, given: Partial<Team> = {}): Team {
  return {
    kind: 'team',
    id,
    name: id,
    base: base as Team['base'],
    transport: 'vehicle',
    phone: '010',
    memberIds: ['p'],
    ...given,
  };
}

export function street(id: string, geometry: Area = ground) {
  return {
    kind: 'street' as const,
    id,
    districtId: 'd',
    name: id,
    code: '',
    geometry,
    attributes: {},
  };
}

export function community(id: string, streetId: string | null, geometry: Area = ground) {
  return { kind: 'community' as const, id, streetId, name: id, code: '', geometry, attributes: {} };
}

export function dutyList(
  entries: Partial<RecordOf<'dutyList'>['entries'][number]>[],
  checkIns: (Partial<RecordOf<'dutyList'>['entries'][number]> & { at: string })[] = [],
  given: Partial<RecordOf<'dutyList'>> = {},
): RecordOf<'dutyList'> {
  const nobody = { personId: null, name: '', phone: '' };
  return {
    kind: 'dutyList',
    id: 'list',
    day: on,
    source: '',
    entries: entries.map((entry) => ({ ...nobody, ...entry })),
    checkIns: checkIns.map((checkIn) => ({ ...nobody, ...checkIn })),
    ...given,
  };
}

/** A district of one street, s1, that needs a street head. */
export function chainInput(given: Partial<ChainCheckInput> = {}): ChainCheckInput {
  return {
    district: { id: 'd', name: '海淀区', geometry: ground },
    streets: [{ ...street('s1'), name: '学院路街道' }],
    communities: [],
    zones: [],
    points: [],
    people: [],
    posts: [],
    roles: [{ key: 'street-head', name: '街道负责人', group: '', level: 'street', required: true }],
    rules: defaultChainRules(),
    utcOffsetMinutes: 480,
    on,
    ...given,
  };
}

/** The same, its one seat filled. */
export function filled(given: Partial<ChainCheckInput> = {}): ChainCheckInput {
  return chainInput({ people: [person('p')], posts: [post('p')], ...given });
}

/** Message keys and first records of what is found. */
export async function found(input: ChainCheckInput): Promise<string[]> {
  const { findings } = await checkChain(input, quiet);
  return findings.map(({ message, recordIds }) => `${message.key} ${recordIds[0]}`);
}
