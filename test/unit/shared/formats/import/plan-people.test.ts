import { describe, expect, it } from 'vitest';
import {
  box,
  csvTable,
  geoTables,
  plan,
  projectRecord,
  reasons,
  recordsOf,
  source,
} from './import-fixtures.ts';

async function zones() {
  const [table] = geoTables(
    [box(116, 39, 116.1, 39.1), { name: '一片', code: 'Z1' }],
    [box(116.1, 39, 116.2, 39.1), { name: '二片' }],
    [box(116.2, 39, 116.3, 39.1), { name: '三片' }],
    [box(116.3, 39, 116.4, 39.1), { name: '三片' }],
  );
  const done = table ? await plan([source(table, 'zone')]) : { records: [] };
  return [projectRecord(), ...done.records];
}

describe('importing people', () => {
  it('takes people with their organisation and the post they hold', async () => {
    const records = await zones();
    const table = csvTable(
      [
        '姓名,电话,单位,角色,责任片区,起始日期,截止日期',
        '张三,010-1,城管局,片长,一片,2026-01-01,2026-12-31',
        '李四,010-2,城管局,网格员,Z1,,',
        '王五,,城管局,,二片,,',
        '赵六,010-4,,,,,',
      ].join('\n'),
    );
    const sheet = source(table);
    expect(sheet.mapping.target).toBe('person');
    const done = await plan([sheet], records);
    expect(done.rejected).toEqual([]);
    expect(done.added).toEqual({ person: 4, organisation: 1, post: 3 });
    expect(recordsOf(done, 'post').map(({ role, from, to }) => [role, from, to])).toEqual([
      ['zone-head', '2026-01-01', '2026-12-31'],
      ['zone-patrol', '2026-03-04', null],
      ['zone-head', '2026-03-04', null],
    ]);
  });

  it('says which row names a role, place or day that there is not', async () => {
    const table = csvTable(
      [
        '姓名,角色,责任片区,起始日期,截止日期',
        '甲,队长,一片,,',
        '乙,片长,四片,,',
        '丙,片长,三片,,',
        '丁,片长,一片,昨天,',
        '戊,片长,一片,2026-05-01,2026-04-01',
        ',片长,一片,,',
        '己,街道负责人,一片,,',
      ].join('\n'),
    );
    const done = await plan([source(table, 'person')], await zones());
    expect(done.records).toEqual([]);
    expect(reasons(done)).toEqual([
      [2, 'roleUnknown', { role: '队长' }],
      [3, 'placeUnknown', { place: '四片' }],
      [4, 'placeAmbiguous', { place: '三片', count: 2 }],
      [5, 'badDate', { column: '起始日期', value: '昨天' }],
      [6, 'endsBeforeStart', { from: '2026-05-01', to: '2026-04-01' }],
      [7, 'noName', {}],
      [8, 'placeUnknown', { place: '一片' }],
    ]);
  });

  it('tells namesakes apart by phone and organisation, and knows people again', async () => {
    const text = '姓名,电话,单位\n张三,010-1,城管局\n张三,010-2,交通局\n李四,,';
    const first = await plan([source(csvTable(text))]);
    expect(first.added.person).toBe(3);
    const records = [projectRecord(), ...first.records];
    const again = await plan([source(csvTable(text))], records);
    expect(again).toMatchObject({ records: [], unchanged: 3 });
    const phone = await plan([source(csvTable('姓名,电话\n李四,010-3'))], records);
    expect(phone.updated).toEqual({ person: 1 });
  });

  it('lists rows that say the same twice', async () => {
    const done = await plan([source(csvTable('姓名,电话\n张三,010-1\n张三,010-1'))]);
    expect(reasons(done)).toEqual([[3, 'duplicate', { row: 2 }]]);
  });
});
