import { describe, expect, it } from 'vitest';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import { chainRules, defaultChainRules } from '#shared/model/chain-rules.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import { shiftDays } from '#shared/model/shift-days.ts';
import { chainTemplates } from '#shared/model/templates/roles.ts';
import { idOf } from '#test/unit/shared/edits/records.ts';

/** Records as they were stored before duty, reach, deputies and units of posts were known. */
const stored = [
  {
    kind: 'project',
    id: idOf(1),
    name: '海淀',
    createdAt: '2026-05-01T08:00:00+08:00',
    inspectionDate: null,
    utcOffsetMinutes: 480,
    invented: false,
    sources: [],
    schemes: {
      issueClasses: [],
      pointKinds: [],
      roles: [{ key: 'keeper', name: '点长', group: '', level: 'point', required: true }],
      negativeList: [],
    },
  },
  { kind: 'organisation', id: idOf(2), name: '城管委', parentId: null, line: 'line' },
  { kind: 'person', id: idOf(3), name: '王', phone: '1', organisationId: null, leave: [] },
  {
    kind: 'post',
    id: idOf(4),
    role: 'keeper',
    personId: idOf(3),
    level: 'point',
    targetId: idOf(5),
    from: '2026-01-01',
    to: null,
    source: '',
  },
  {
    kind: 'team',
    id: idOf(6),
    name: '一队',
    base: [116, 40],
    transport: 'foot',
    phone: '',
    memberIds: [],
  },
];

describe('records of the chain', () => {
  it('stored before their newer fields existed still open, from a file too', async () => {
    const bytes = await packProject(stored as unknown as AnyRecord[]);
    const { records } = await unpackProject(bytes);
    const of = (kind: AnyRecord['kind']) => records.find((record) => record.kind === kind);
    expect(of('project')).toMatchObject({ chain: defaultChainRules() });
    expect(of('post')).toMatchObject({ deputyId: null, organisationId: null });
    expect(of('organisation')).toMatchObject({ categories: [] });
    expect(of('project')).not.toHaveProperty('schemes.roles.0.limits');
    expect(records).toHaveLength(stored.length);
  });

  it('come back from a project file whole', async () => {
    const records = [
      {
        ...stored[0],
        chain: { reach: { withinMinutes: null }, dutyCutOff: '07:30', rankPersons: true },
      },
      {
        kind: 'border',
        id: idOf(7),
        name: '一片—二片',
        partyIds: [idOf(8), idOf(9)],
        geometry: {
          type: 'LineString',
          coordinates: [
            [116, 40],
            [116.1, 40],
          ],
        },
        follows: 'river',
        basis: '会议纪要 3 号',
        decision: '以河道中线为界',
        decidedOn: '2026-04-01',
        disputed: true,
      },
      {
        kind: 'dutyList',
        id: idOf(10),
        day: '2026-05-02',
        entries: [{ personId: idOf(3), name: '王' }, { phone: '139' }],
        checkIns: [{ name: '王', at: '2026-05-02T06:39:00+08:00' }],
      },
    ].map(parseRecord);
    const back = await unpackProject(await packProject(records));
    expect(new Set(back.records)).toEqual(new Set(records));
  });

  it('move with the days of a sample', () => {
    const list = parseRecord({
      kind: 'dutyList',
      id: idOf(1),
      day: '2026-12-31',
      entries: [],
      checkIns: [{ phone: '1', at: '2026-12-31T06:30:00+08:00' }],
    });
    expect(shiftDays(list, 1)).toMatchObject({
      day: '2027-01-01',
      checkIns: [{ at: '2026-12-31T22:30:00.000Z' }],
    });
  });

  it.each(['24:00', '6:40', '06:60', ''])('refuse %j as a time of day', (dutyCutOff) => {
    expect(chainRules.safeParse({ dutyCutOff }).success).toBe(false);
  });
});

describe('templates of the chain', () => {
  it.each(chainTemplates.map((template) => [template.key, template.roles] as const))(
    '%s has a required role at each level, and no key twice',
    (_, roles) => {
      expect(new Set(roles.filter((role) => role.required).map((role) => role.level)).size).toBe(
        roles.some((role) => role.level === 'point' && role.required) ? 5 : 4,
      );
      expect(new Set(roles.map((role) => role.key)).size).toBe(roles.length);
    },
  );

  it('share no key, so that posts of one are never taken for posts of another', () => {
    const keys = chainTemplates.flatMap((template) => template.roles.map((role) => role.key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
