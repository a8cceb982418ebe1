import { describe, expect, it } from 'vitest';
import { Document } from '#shared/edits/document.ts';
import { type RosterColumns, planRoster } from '#shared/formats/roster/plan-roster.ts';
import { parseRecord } from '#shared/model/record.ts';
import { box, projectRecord, uuid } from '#test/unit/shared/formats/import/import-fixtures.ts';

const today = '2026-06-15';
let lastId = 5000;
const newId = () => uuid((lastId += 1));
const put = (kind: string, n: number, fields: object) =>
  parseRecord({ kind, id: uuid(n), ...fields });

/** 街道 10 学院路, 11 清河; 片区 20 一片 and 21 东片 in 学院路, 22 东片 in 清河; 王一 30 is 片长 of 一片 (post 40). */
function given() {
  const street = (n: number, name: string) =>
    put('street', n, { name, districtId: uuid(9), code: '', geometry: box(116, 39, 117, 40) });
  const zone = (n: number, name: string, parent: number) =>
    put('zone', n, {
      name,
      parentId: uuid(parent),
      shape: 'block',
      geometry: box(116, 39, 117, 40),
    });
  return new Document([
    projectRecord(),
    street(10, '学院路街道'),
    street(11, '清河街道'),
    zone(20, '一片', 10),
    zone(21, '东片', 10),
    zone(22, '东片', 11),
    put('person', 30, { name: '王一', phone: '139' }),
    put('person', 31, { name: '李二', phone: '138', organisationId: null }),
    put('post', 40, {
      role: 'zone-head',
      level: 'zone',
      targetId: uuid(20),
      personId: uuid(30),
      from: '2026-01-01',
      source: '旧名单',
    }),
  ]);
}
const plan = (lines: string[], columns: RosterColumns | null = null, document = given()) =>
  planRoster(document, lines.map((line) => line.replaceAll('|', '\t')).join('\r\n'), columns, {
    today,
    newId,
    source: '粘贴',
  });
const outcomes = (lines: string[]) => plan(lines).rows.map(({ outcome }) => outcome);
const postsIn = (done: ReturnType<typeof plan>) =>
  done.records.flatMap((record) => (record.kind === 'post' ? [record] : []));

describe('planRoster', () => {
  it('tells new, changed and known rows, and those that fit nothing with the reason', () => {
    const done = plan([
      '学院路名单||||',
      '姓名|电话|角色|责任片区|截止日期',
      '王一|139|片长|一片|',
      '王一|137|片长|一片|2026-12-31',
      '赵新|136|网格员|一片|',
      '赵新|136|网格员|九片|',
      '钱五|135|队长|一片|',
      '孙六|134|片长|东片|',
    ]);
    expect(done.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [3, 'same'],
      [4, 'changed'],
      [5, 'new'],
      [6, 'unmatched'],
      [7, 'unmatched'],
      [8, 'unmatched'],
    ]);
    expect(done.rows[1]?.notes).toEqual([
      { key: 'phone', params: { person: '王一', before: '139', after: '137' } },
      { key: 'ends', params: { person: '王一', to: '2026-12-31', role: '片长', place: '一片' } },
    ]);
    expect(done.rows[2]?.notes.map(({ key }) => key)).toEqual(['newPerson', 'appointed']);
    expect(done.rows.flatMap(({ refusal }) => refusal?.reason ?? [])).toEqual([
      'placeUnknown',
      'roleUnknown',
      'placeAmbiguous',
    ]);
  });

  it('ends who is not on the list any more, the day before', () => {
    const done = plan(['姓名|角色|片区|起始日期', '李二|片长|一片|2026-06-10']);
    expect(done.rows[0]).toMatchObject({
      outcome: 'new',
      notes: [
        { key: 'ends', params: { person: '王一', to: '2026-06-09' } },
        { key: 'appointed', params: { person: '李二', from: '2026-06-10' } },
      ],
    });
    expect(postsIn(done)).toMatchObject([
      { personId: uuid(31), from: '2026-06-10', source: '粘贴' },
      { id: uuid(40), personId: uuid(30), to: '2026-06-09' },
    ]);
  });

  it.each([[['李二', '王一']], [['王一', '李二']]])(
    'keeps several holders of one role that the list names, in whatever order: %s',
    (names) => {
      const done = plan(['姓名|角色|片区', ...names.map((name) => `${name}|片长|一片`)]);
      expect(postsIn(done)).toMatchObject([{ personId: uuid(31), to: null }]);
    },
  );

  it('takes over term, deputy and source of a post that stands, and nothing that is not said', () => {
    const done = plan([
      '姓名|角色|片区|起始日期|代理人|来源',
      '王一|片长|一片|2026/2/1|李二|会议纪要',
    ]);
    expect(postsIn(done)).toEqual([
      expect.objectContaining({
        id: uuid(40),
        from: '2026-02-01',
        to: null,
        deputyId: uuid(31),
        source: '会议纪要',
      }),
    ]);
    expect(outcomes(['姓名|角色|片区|代理人', '王一|片长|一片|王一'])).toEqual(['unmatched']);
  });

  it('tells places of one name apart by their street, and reads merged cells', () => {
    const done = plan([
      '街道|片区|角色|姓名',
      '清河街道|东片|片长|李二',
      '||网格员|赵新',
      '学院路街道|东片|片长|王一',
    ]);
    expect(postsIn(done).map(({ targetId, role }) => [targetId, role])).toEqual([
      [uuid(22), 'zone-head'],
      [uuid(22), 'zone-patrol'],
      [uuid(21), 'zone-head'],
    ]);
  });

  it('carries no place down to a role of the whole district', () => {
    const document = new Document([
      ...given().everything(),
      put('district', 9, { name: '试验区', code: '', geometry: box(116, 39, 117, 40) }),
    ]);
    const project = document.all('project')[0];
    if (!project) throw new Error('no project');
    const leader = {
      key: 'leader',
      name: '区领导',
      group: '',
      level: 'district',
      required: true,
    } as const;
    const roles = [...project.schemes.roles, leader];
    const withLeader = { ...project, schemes: { ...project.schemes, roles } };
    document.apply({ added: {}, updated: { [project.id]: [project, withLeader] }, removed: {} });
    const done = plan(['片区|角色|姓名', '一片|片长|王一', '|区领导|李二'], null, document);
    expect(postsIn(done)).toMatchObject([{ targetId: uuid(9), role: 'leader' }]);
  });

  it('reads a list of streets, where the street is the place', () => {
    const done = plan(['街道|角色|姓名', '清河街道|街道负责人|王一']);
    expect(postsIn(done)).toMatchObject([{ targetId: uuid(11), role: 'street-head' }]);
  });

  it('guesses columns without headings by what they hold, and takes those that are named instead', () => {
    const lines = ['一片|片长|赵新|13600000000', '东片|网格员|王一|13900000000'];
    const guessed = plan(lines);
    expect(guessed.mapping).toEqual({ role: 'B', phone: 'D', place: 'A', name: 'C' });
    expect(guessed.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [1, 'new'],
      [2, 'unmatched'],
    ]);
    const chosen = plan(lines, { name: 'C' });
    expect(chosen.rows.map(({ outcome }) => outcome)).toEqual(['new', 'same']);
  });

  it('refuses a name that several people bear when nothing tells them apart', () => {
    const document = new Document([
      ...given().everything(),
      put('person', 32, { name: '王一', phone: '111' }),
    ]);
    const rows = (line: string) => plan(['姓名|电话|角色|片区', line], null, document).rows[0];
    expect(rows('王一||网格员|一片')?.refusal).toEqual({
      reason: 'personAmbiguous',
      params: { person: '王一', count: 2 },
    });
    expect(rows('王一|111|网格员|一片')?.outcome).toBe('new');
    expect(rows('王一||片长|一片'), 'holds it already').toMatchObject({ outcome: 'same' });
  });

  it('fills an empty post instead of making another', () => {
    const empty = { role: 'zone-patrol', level: 'zone', targetId: uuid(20), personId: null };
    const document = new Document([
      ...given().everything(),
      put('post', 41, { ...empty, from: '2026-01-01' }),
    ]);
    const done = plan(['姓名|角色|片区', '李二|网格员|一片'], null, document);
    expect(postsIn(done)).toMatchObject([{ id: uuid(41), personId: uuid(31), from: today }]);
  });

  it('does nothing when the same list comes again', () => {
    const lines = ['姓名|电话|单位|角色|片区|起始日期', '赵新|136|城管所|网格员|一片|2026-03-01'];
    const document = given();
    const first = plan(lines, null, document);
    for (const record of first.records) {
      document.apply({ added: { [record.id]: record }, updated: {}, removed: {} });
    }
    expect(plan(lines, null, document)).toMatchObject({ records: [], rows: [{ outcome: 'same' }] });
  });

  it('says that there is no table', () => {
    expect(() => plan(['  '])).toThrow('format.empty');
    expect(() => plan(['姓名|电话'])).toThrow('format.csv.noRows');
  });
});
