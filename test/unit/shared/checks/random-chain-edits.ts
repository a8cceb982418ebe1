import fc from 'fast-check';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import { defaultChainRules } from '#shared/model/chain-rules.ts';
import type { Person } from '#shared/model/person.ts';
import type { Post } from '#shared/model/post.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Team } from '#shared/model/team.ts';
import { block, pointAt } from './given.ts';
import { community, dutyList, on, person, post, team } from './given-chain.ts';
import { cell, roles, someone } from './random-chain.ts';

export interface RandomEdit {
  kind: 'post' | 'person' | 'team' | 'dutyList' | 'zone' | 'point' | 'project' | 'community';
  pick: number;
  action: 'put' | 'remove';
  post: Post;
  person: Person;
  team: Team;
  list: ReturnType<typeof dutyList>;
  shift: number;
  withinMinutes: number;
}

const day = fc.constantFrom('2026-06-14', on, '2026-06-16');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyone = fc.oneof(someone, fc.constantFrom('member', 'gone'));

const anyPost = fc
  .record({
    n: fc.integer({ min: 0, max: 34 }),
    role: fc.constantFrom(...roles),
    place: fc.integer({ min: 0, max: 5 }),
    personId: maybe(anyone),
    deputyId: maybe(anyone),
    from: day,
    to: maybe(day),
  })
  .map(({ n, role, place, personId, deputyId, from, to }) => {
    const ids = {
      district: 'd',
      street: `s${place}`,
      community: `c${place}`,
      zone: `z${place}`,
      point: `p${place}`,
    };
    const targetId = ids[role.level];
    return post(personId, {
      id: `post-${n}`,
      role: role.key,
      level: role.level,
      targetId,
      deputyId,
      from,
      to,
    });
  });

const anyPerson = fc
  .record({
    id: anyone,
    name: fc.constantFrom('王一', '李二', '赵三'),
    phone: fc.constantFrom('', '1', '2', '3'),
    leave: fc.array(
      fc.record({ from: day, to: day, deputyId: maybe(anyone) }).map(({ from, to, deputyId }) => {
        return from <= to ? { from, to, deputyId } : { from: to, to: from, deputyId };
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ id, ...given }) => person(id, given));

const anyTeam = fc
  .record({
    id: fc.constantFrom('t', 'u'),
    x: fc.integer({ min: 0, max: 40 }),
    transport: fc.constantFrom('vehicle' as const, 'foot' as const),
    phone: fc.constantFrom('', '010'),
    memberIds: fc.array(anyone, { maxLength: 2 }),
  })
  .map(({ id, x, ...given }) => team(id, [116.3 + x / 1000, 39.905], given));

const named = fc.record({
  personId: maybe(anyone),
  name: fc.constantFrom('', '王一', '李二', '赵三', '生人'),
  phone: fc.constantFrom('', '1', '2', '3', '9'),
});
const anyList = fc
  .record({
    id: fc.constantFrom('list', 'other'),
    day,
    entries: fc.array(
      fc.tuple(named, fc.option(anyone, { nil: undefined })).map(([who, standInId]) => {
        return standInId === undefined ? who : { ...who, standInId };
      }),
      { maxLength: 4 },
    ),
    checkIns: fc.array(fc.record({ who: named, time: fc.constantFrom('06:40:30', '06:41:00') }), {
      maxLength: 3,
    }),
  })
  .map(({ id, day: of, entries, checkIns }) =>
    dutyList(
      entries,
      checkIns.map(({ who, time }) => ({ ...who, at: `${on}T${time}+08:00` })),
      { id, day: of },
    ),
  );

/** An edit of any kind; {@link changesOf} makes a patch of it. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('post' as const, 'person' as const) },
    { weight: 3, arbitrary: fc.constantFrom('team' as const, 'dutyList' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'zone' as const,
        'point' as const,
        'project' as const,
        'community' as const,
      ),
    },
  ),
  pick: fc.nat(1000),
  action: fc.oneof(
    { weight: 3, arbitrary: fc.constant('put' as const) },
    { weight: 1, arbitrary: fc.constant('remove' as const) },
  ),
  post: anyPost,
  person: anyPerson,
  team: anyTeam,
  list: anyList,
  shift: fc.integer({ min: 0, max: 3 }),
  withinMinutes: fc.constantFrom(1, 2, 5),
});

/** The patch of an edit on records by id; null when there is nothing to remove. */
export function changesOf(edit: RandomEdit, records: ReadonlyMap<string, AnyRecord>) {
  const none = { added: {}, updated: {}, removed: {} };
  const { kind, pick } = edit;
  const all = [...records.values()].filter((record) => record.kind === kind);
  const picked = all[pick % Math.max(1, all.length)];
  if (edit.action === 'remove' && kind !== 'project') {
    return picked ? { ...none, removed: { [picked.id]: picked } } : null;
  }
  const to = recordOf(edit, picked);
  if (!to) return null;
  const from = records.get(to.id);
  return from
    ? { ...none, updated: { [to.id]: [from, to] as [AnyRecord, AnyRecord] } }
    : { ...none, added: { [to.id]: to } };
}

function recordOf(edit: RandomEdit, picked: AnyRecord | undefined): AnyRecord | null {
  switch (edit.kind) {
    case 'post':
      return edit.post;
    case 'person':
      return edit.person;
    case 'team':
      return edit.team;
    case 'dutyList':
      return edit.list;
    case 'zone':
      return { ...block(`z${edit.shift}`, cell(edit.shift + 0.5)), parentId: `c${edit.shift}` };
    case 'point':
      return pointAt(`p${edit.shift}`, 116.3 + edit.pick / 40_000, 39.907);
    case 'community':
      return community(`c${edit.shift}`, edit.pick % 3 === 0 ? null : 's1', cell(edit.shift));
    case 'project':
      if (picked?.kind !== 'project') return null;
      return {
        ...picked,
        chain: {
          ...picked.chain,
          reach: { ...picked.chain.reach, withinMinutes: edit.withinMinutes },
        },
        schemes: {
          ...picked.schemes,
          roles: roles.map((role, i) => (i === edit.shift ? { ...role, required: false } : role)),
        },
      };
  }
}

/** The records of an input, with the project that holds its roles and rules. */
export function recordsOf(input: ChainCheckInput): Map<string, AnyRecord> {
  const project: AnyRecord = {
    kind: 'project',
    id: 'project',
    name: 'p',
    createdAt: '2026-01-01T00:00:00Z',
    inspectionDate: null,
    utcOffsetMinutes: 480,
    invented: true,
    sources: [],
    schemes: { issueClasses: [], pointKinds: [], roles: [...input.roles], negativeList: [] },
    chain: defaultChainRules(),
  };
  const records: AnyRecord[] = [
    project,
    ...input.streets,
    ...input.communities,
    ...input.zones,
    ...input.points,
    ...input.people,
    ...input.posts,
    ...(input.teams ?? []),
    ...(input.dutyLists ?? []),
  ];
  return new Map(records.map((record) => [record.id, record]));
}
