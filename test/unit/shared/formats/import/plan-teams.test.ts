import { describe, expect, it } from 'vitest';
import { defaultSchemes } from '#shared/model/templates/default-schemes.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { csvTable, plan, projectRecord, reasons, recordsOf, source } from './import-fixtures.ts';

const people = '姓名,电话\n张三,13800000001\n李四,13800000002\n李四,13800000003';
const points =
  '点位名称,经度,纬度,地址\n一号站,116.3,39.9,和平路 1 号\n二号站,116.31,39.91,和平路 1 号';

async function given() {
  const done = await plan([source(csvTable(people), 'person'), source(csvTable(points), 'point')]);
  return [projectRecord(), ...done.records];
}

describe('importing teams', () => {
  it('takes the base from positions or places, and members by name and phone', async () => {
    const sheet = source(
      csvTable(
        [
          '队伍名称,驻地,经度,纬度,出动方式,电话,成员',
          '一队,一号站,,,步行,010-1,"张三、李四（13800000003）、王五"',
          '二队,,116.4,40,应急车,010-2,李四',
          '三队,和平路 1 号,,,,,',
          '四队,不知何处,,,,,',
          '五队,,,,,,',
          '一队,,116,39,,,',
        ].join('\n'),
      ),
    );
    expect(sheet.mapping.target).toBe('team');
    const done = await plan([sheet], await given());
    expect(reasons(done)).toEqual([
      [4, 'placeAmbiguous', { place: '和平路 1 号', count: 2 }],
      [5, 'placeUnknown', { place: '不知何处' }],
      [6, 'noBase', {}],
      [7, 'duplicate', { row: 2 }],
    ]);
    const teams = recordsOf(done, 'team');
    expect(
      teams.map(({ name, base, transport, memberIds }) => [
        name,
        base,
        transport,
        memberIds.length,
      ]),
    ).toEqual([
      ['一队', [116.3, 39.9], 'foot', 2],
      ['二队', [116.4, 40], 'vehicle', 0],
    ]);
    expect(done.matches.map(({ name, by }) => [name, by])).toEqual([
      ['张三', 'name'],
      ['李四', 'both'],
      ['王五', 'unknown'],
      ['李四', 'ambiguous'],
    ]);
  });

  it('brings a team of the same name up to date, and leaves what the table does not say', async () => {
    const first = await plan(
      [source(csvTable('队伍名称,驻地,电话,队员\n一队,一号站,010-1,张三'))],
      await given(),
    );
    const records = [...(await given()), ...first.records];
    const again = await plan([source(csvTable('队伍名称,电话\n一队,010-9'), 'team')], records);
    expect(again.updated).toEqual({ team: 1 });
    expect(recordsOf(again, 'team')).toMatchObject([
      { base: [116.3, 39.9], phone: '010-9', memberIds: [expect.any(String)] },
    ]);
  });
});

describe('importing departments', () => {
  it('takes classes by name or by group, adds up rows and replaces what was', async () => {
    const sheet = source(
      csvTable(
        [
          '部门,上级单位,负责类别',
          '城管委,区政府,环境卫生、占道经营',
          '城管委,,店外经营',
          '民政局,,',
          '交通局,,没有的类别',
        ].join('\n'),
      ),
    );
    expect(sheet.mapping.target).toBe('department');
    const project = { ...projectRecord(), schemes: defaultSchemes() } as AnyRecord;
    const done = await plan([sheet], [project]);
    expect(reasons(done)).toEqual([[5, 'unknownEntry', { value: '没有的类别' }]]);
    const [parent, department] = recordsOf(done, 'organisation');
    expect(parent).toMatchObject({ name: '区政府', line: 'block' });
    expect(department).toMatchObject({ name: '城管委', line: 'line', parentId: parent?.id });
    expect(department?.categories).toContain('litter');
    expect(department?.categories.slice(-2)).toEqual(['street-vending', 'goods-outside']);

    const later = source(csvTable('部门,负责类别\n城管委,店外经营'));
    const again = await plan([later], [project, ...done.records]);
    expect(recordsOf(again, 'organisation')).toMatchObject([
      { categories: ['goods-outside'], parentId: parent?.id },
    ]);
  });
});
