import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';
import { parseRecord } from '#shared/model/record.ts';

/** A well-formed id that ends in `n`. */
export const idOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export function record<K extends RecordKind>(kind: K, n: number, fields: object): RecordOf<K> {
  return parseRecord({ kind, id: idOf(n), ...fields }) as RecordOf<K>;
}

export const square = {
  type: 'Polygon',
  coordinates: [
    [
      [116, 40],
      [116.01, 40],
      [116.01, 40.01],
      [116, 40],
    ],
  ],
};

export const project = record('project', 1, {
  name: '海淀',
  createdAt: '2026-05-01T08:00:00+08:00',
  schemes: {
    issueClasses: [],
    pointKinds: [],
    roles: [
      { key: 'chief', name: '社区长', level: 'community', required: true },
      { key: 'keeper', name: '点长', level: 'point', required: true },
    ],
    negativeList: [],
  },
});

/** 区 2 ─ 街道 3 ─ 社区 4 ─ 片区 5; 点位 6; 人 7 and 8; 岗位 9 (社区长: 人 7). */
export function smallDistrict(): AnyRecord[] {
  return [
    project,
    record('district', 2, { name: '海淀区', code: '110108', geometry: square }),
    record('street', 3, { districtId: idOf(2), name: '学院路', code: '1', geometry: square }),
    record('community', 4, { streetId: idOf(3), name: '东王庄', code: '1', geometry: square }),
    record('zone', 5, { parentId: idOf(4), name: '一片', shape: 'block', geometry: square }),
    record('point', 6, { name: '菜市场', pointKind: 'market', position: [116, 40] }),
    record('person', 7, { name: '王一' }),
    record('person', 8, {
      name: '李二',
      leave: [{ from: '2026-05-01', to: '2026-05-03', deputyId: idOf(7) }],
    }),
    record('post', 9, {
      role: 'chief',
      personId: idOf(7),
      level: 'community',
      targetId: idOf(4),
      from: '2026-01-01',
    }),
    record('team', 10, {
      name: '一队',
      base: [116, 40],
      transport: 'foot',
      memberIds: [idOf(7), idOf(8)],
    }),
  ];
}

/** Content of a document without regard to order, which reading it back does not keep either. */
export const contentOf = (records: Iterable<AnyRecord>) =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
