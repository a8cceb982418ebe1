import { describe, expect, it } from 'vitest';
import { csvTable, plan, projectRecord, reasons, recordsOf, source } from './import-fixtures.ts';

describe('importing points', () => {
  it('takes kind, address and every other column', async () => {
    const table = csvTable(
      '点位名称,类别,经度,纬度,地址,星级\n东门市场,农贸市场,116.123456789,39.9,东门1号,三\n一小,学校,116.2,39.8,,',
    );
    const done = await plan([source(table)]);
    expect(done.added).toEqual({ point: 2 });
    expect(recordsOf(done, 'point')[0]).toEqual({
      kind: 'point',
      id: expect.any(String),
      name: '东门市场',
      code: '',
      pointKind: 'market',
      position: [116.1234568, 39.9],
      address: '东门1号',
      attributes: { 星级: '三' },
    });
  });

  it('lists rows that cannot be used with their number and reason', async () => {
    const table = csvTable(
      [
        '名称,经度,纬度,编码',
        '甲,116.1,39.9,1',
        '乙,,39.9,2',
        ',116.1,39.9,3',
        '丙,不详,39.9,4',
        '丁,116.1,139.9,5',
        '戊,0,0,6',
        '己,516.1,39.9,7',
        '庚,116.1,39.9,1',
        `${'长'.repeat(201)},116.1,39.9,9`,
        '辛,39.9,116.1,10',
      ].join('\n'),
    );
    const done = await plan([source(table, 'point')]);
    expect(done.added).toEqual({ point: 1 });
    expect(reasons(done)).toEqual([
      [3, 'noPosition', {}],
      [4, 'noName', {}],
      [5, 'badNumber', { column: '经度', value: '不详' }],
      [6, 'outOfRange', { x: 116.1, y: 139.9 }],
      [7, 'zeroPosition', {}],
      [8, 'outOfRange', { x: 516.1, y: 39.9 }],
      [9, 'duplicate', { row: 2 }],
      [10, 'tooLong', { column: '名称', limit: 200 }],
      [11, 'swapped', { x: 39.9, y: 116.1 }],
    ]);
  });

  it('adds kinds that the project does not have, or refuses their rows', async () => {
    const table = csvTable(
      '名称,类别,经度,纬度\n甲,公园,116.1,39.9\n乙,农贸市场,116.1,39.8\n丙,,116.1,39.7',
    );
    const added = await plan([source(table, 'point')]);
    const [project] = recordsOf(added, 'project');
    expect(project?.schemes.pointKinds.map((kind) => kind.name)).toEqual([
      '农贸市场',
      '学校',
      '公园',
      '未分类',
    ]);
    expect(added.notes).toEqual([{ key: 'newKinds', params: { count: 2, names: '公园、未分类' } }]);
    const refused = await plan([source(table, 'point', { addUnknown: false })]);
    expect(reasons(refused)).toEqual([[2, 'unknownEntry', { value: '公园' }]]);
  });

  it('stops adding kinds when the column is plainly the wrong one', async () => {
    const lines = Array.from({ length: 250 }, (_, index) => `甲${index},种${index},116.1,39.9`);
    const done = await plan([
      source(csvTable(`名称,类别,经度,纬度\n${lines.join('\n')}`), 'point'),
    ]);
    expect(done.added.point).toBe(200);
    expect(done.rejected).toHaveLength(50);
    expect(done.rejected[0]?.reason).toBe('tooManyEntries');
  });

  it('changes the point that has the same code, or the same name if that is plain', async () => {
    const before = await plan([
      source(csvTable('名称,编码,经度,纬度,地址\n甲,A1,116.1,39.9,旧\n乙,,116.2,39.9,'), 'point'),
    ]);
    const records = [projectRecord(), ...before.records.filter(({ kind }) => kind !== 'project')];
    const again = csvTable(
      '名称,编码,经度,纬度\n甲二,A1,116.1,39.9\n乙,,116.3,39.9\n丙,,116.1,39.9',
    );
    const done = await plan([source(again, 'point')], records);
    expect(done.added.point).toBe(1);
    expect(done.updated.point).toBe(2);
    expect(recordsOf(done, 'point').find(({ code }) => code === 'A1')).toMatchObject({
      name: '甲二',
      address: '旧',
    });
  });

  it('changes nothing when the same file comes again', async () => {
    const text =
      '名称,编码,经度,纬度,点长,电话,单位\n甲,A1,116.1,39.9,张三,010-1,城管局\n乙,A2,116.2,39.9,李四,,';
    const first = await plan([source(csvTable(text), 'point')]);
    const project = recordsOf(first, 'project')[0] ?? projectRecord();
    const records = [project, ...first.records.filter(({ kind }) => kind !== 'project')];
    const again = await plan([source(csvTable(text), 'point')], records);
    expect(again).toMatchObject({ records: [], added: {}, updated: {}, rejected: [] });
    expect(again.unchanged).toBeGreaterThan(0);
  });

  it('gives the point to the people named in its row', async () => {
    const table = csvTable(
      '点位,经度,纬度,点长,联系电话,责任单位\n甲,116.1,39.9,张三、李四,010-1、010-2,城管局\n乙,116.2,39.9,张三,010-1,城管局',
    );
    const done = await plan([source(table)]);
    expect(done.added).toMatchObject({ point: 2, person: 2, organisation: 1, post: 3 });
    expect(recordsOf(done, 'post').every((post) => post.role === 'point-head')).toBe(true);
    expect(recordsOf(done, 'person').map(({ name, phone }) => [name, phone])).toEqual([
      ['张三', '010-1'],
      ['李四', '010-2'],
    ]);
  });

  it('ends the post of a holder whom a newer list no longer names', async () => {
    const list = (holder: string) =>
      source(csvTable(`名称,经度,纬度,点长\n甲,116.1,39.9,${holder}`), 'point');
    const first = await plan([list('张三')]);
    const records = [
      projectRecord(),
      ...first.records.filter(({ kind }) => kind !== 'project'),
    ].map((record) => (record.kind === 'post' ? { ...record, from: '2025-01-01' } : record));
    const done = await plan([list('李四')], records);
    expect(recordsOf(done, 'post').map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-04', null],
      ['2025-01-01', '2026-03-03'],
    ]);
    expect(recordsOf(done, 'point')).toEqual([]);
  });

  it('refuses the row and nothing else when a person does not fit', async () => {
    const table = csvTable(`名称,经度,纬度,点长\n甲,116.1,39.9,${'长'.repeat(201)}`);
    const done = await plan([source(table, 'point')]);
    expect(reasons(done)).toEqual([[2, 'tooLong', { column: '点长', limit: 200 }]]);
    expect(recordsOf(done, 'point')).toEqual([]);
  });
});
