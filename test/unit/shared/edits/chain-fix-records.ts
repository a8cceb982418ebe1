import type { AnyRecord } from '#shared/model/record.ts';
import { idOf, record, square } from './records.ts';

export const on = '2026-06-15';

/*
 * A district (2) of one street (3) with a head, in which nothing is wrong:
 *
 *   区 2 ─ 街道 3 (街道长: 王一 7)      社区 4 hangs on the street
 *   点位 6 beside the team 10 of 王一 7 and 李二 8
 *   三人 9 holds nothing
 */
export function base(given: readonly AnyRecord[] = []): AnyRecord[] {
  const all = [
    record('project', 1, {
      name: '海淀',
      createdAt: '2026-05-01T08:00:00+08:00',
      schemes: {
        issueClasses: [],
        pointKinds: [],
        roles: [{ key: 'head', name: '街道长', level: 'street', required: true }],
        negativeList: [],
      },
    }),
    record('district', 2, { name: '海淀区', code: '', geometry: square }),
    record('street', 3, { districtId: idOf(2), name: '学院路', code: '', geometry: square }),
    record('community', 4, { streetId: idOf(3), name: '东王庄', code: '', geometry: square }),
    record('point', 6, { name: '菜市场', pointKind: 'market', position: [116.005, 40.002] }),
    record('person', 7, { name: '王一', phone: '13800000001' }),
    record('person', 8, { name: '李二', phone: '13800000002' }),
    record('person', 9, { name: '张三', phone: '13800000003' }),
    head(20, 7, {}),
    team({}),
  ];
  const byId = new Map<string, AnyRecord>(all.map((one) => [one.id, one]));
  for (const one of given) byId.set(one.id, one);
  return [...byId.values()];
}

export function head(n: number, personN: number | null, given: object) {
  const personId = personN === null ? null : idOf(personN);
  const seat = { role: 'head', level: 'street', targetId: idOf(3), from: '2026-01-01' };
  return record('post', n, { ...seat, personId, ...given });
}

export function team(given: object) {
  return record('team', 10, {
    name: '一队',
    base: [116.005, 40.002],
    transport: 'foot',
    phone: '010',
    memberIds: [idOf(7), idOf(8)],
    ...given,
  });
}

export const onLeave = (deputyN: number | null) => [
  { from: on, to: '2026-06-20', deputyId: deputyN === null ? null : idOf(deputyN) },
];
export const person = (n: number, name: string, given: object) =>
  record('person', n, { name, ...given });
export const list = (entries: object[], checkIns: object[] = []) =>
  record('dutyList', 40, { day: on, entries, checkIns });
/** A second street of the same head. */
export const secondStreet = [
  record('street', 30, { districtId: idOf(2), name: '花园路', code: '', geometry: square }),
  record('post', 21, {
    role: 'head',
    level: 'street',
    targetId: idOf(30),
    from: '2026-01-01',
    personId: idOf(7),
  }),
];
