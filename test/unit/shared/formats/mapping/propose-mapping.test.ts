import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeTable } from '#shared/formats/mapping/describe-table.ts';
import { fieldsFor, importTargets } from '#shared/formats/mapping/fields.ts';
import { headingsFor, knownHeading, normaliseHeading } from '#shared/formats/mapping/headings.ts';
import { tableMapping } from '#shared/formats/mapping/mapping.ts';
import {
  mappingFits,
  missingFields,
  proposeColumns,
  proposeMapping,
  proposeTarget,
} from '#shared/formats/mapping/propose-mapping.ts';
import type { Table } from '#shared/formats/table.ts';

function sheet(columns: string[], cells: (string | null)[] = []): Table {
  return { layer: '', columns, rows: [{ number: 2, cells, geometry: null, problem: null }] };
}

const describeSheet = (columns: string[], cells?: (string | null)[]) =>
  describeTable(sheet(columns, cells));

describe('proposing columns', () => {
  it.each([
    ['名稱', '經度', '緯度'],
    ['NAME', 'POINT_X', 'POINT_Y'],
    ['标题', '横坐标', '纵坐标'],
  ])('knows %s, %s and %s', (name, longitude, latitude) => {
    const columns = proposeColumns(describeSheet([name, longitude, latitude]), 'point');
    expect(columns).toMatchObject({ name, longitude, latitude });
  });

  it('knows the headings of offices and of city data', () => {
    expect(
      proposeColumns(
        describeSheet([
          '点位名称',
          '经度(E)',
          '纬度(N)',
          '包保单位',
          '责任人',
          '联系电话',
          '点位 类别',
        ]),
        'point',
      ),
    ).toEqual({
      name: '点位名称',
      longitude: '经度(E)',
      latitude: '纬度(N)',
      organisation: '包保单位',
      holder: '责任人',
      phone: '联系电话',
      pointKind: '点位 类别',
    });
    expect(
      proposeColumns(
        describeSheet([
          'Unique Key',
          'Created Date',
          'Closed Date',
          'Complaint Type',
          'Status',
          'Due Date',
          'LATITUDE',
          'LONGITUDE',
        ]),
        'issue',
      ),
    ).toEqual({
      number: 'Unique Key',
      foundAt: 'Created Date',
      closedAt: 'Closed Date',
      issueClass: 'Complaint Type',
      status: 'Status',
      dueAt: 'Due Date',
      latitude: 'LATITUDE',
      longitude: 'LONGITUDE',
    });
  });

  it('gives a column to one field at most and invents none, whatever the headings', () => {
    const known = importTargets.flatMap((target) =>
      fieldsFor(target, false).required.flatMap((field) => headingsFor(target, field)),
    );
    const heading = fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 12 }));
    const target = fc.constantFrom(...importTargets);
    fc.assert(
      fc.property(fc.uniqueArray(heading, { maxLength: 12 }), target, (columns, chosen) => {
        const described = describeSheet(columns);
        const mapping = proposeMapping(described, chosen, '未分类');
        const used = Object.values(mapping.columns);
        expect(new Set(used).size).toBe(used.length);
        expect(columns).toEqual(expect.arrayContaining(used));
        expect(tableMapping.parse(mapping)).toEqual(mapping);
        const { required } = fieldsFor(chosen, false);
        for (const field of required) {
          expect(field in mapping.columns).toBe(!missingFields(described, mapping).includes(field));
        }
      }),
    );
  });

  it('ignores case, width, blanks and remarks in brackets', () => {
    for (const heading of [
      'Longitude',
      ' LONGITUDE ',
      'ｌｏｎｇｉｔｕｄｅ',
      'longitude (WGS84)',
      '经 度',
    ]) {
      expect(knownHeading(heading)).toBe(true);
    }
    expect(normaliseHeading('案件 编号（必填）')).toBe('案件编号');
    expect(knownHeading('constructor')).toBe(false);
  });
});

describe('proposing a target', () => {
  it.each([
    [['名称', '经度', '纬度'], 'point'],
    [['姓名', '电话', '单位'], 'person'],
    [['案件编号', '经度', '纬度', '上报时间', '状态'], 'issue'],
    [['foo', 'bar'], 'person'],
  ])('takes a sheet with %j for %s', (columns, target) => {
    expect(proposeTarget(describeSheet(columns), true)).toBe(target);
  });

  const areas = (names: string[], layer = ''): Table => ({
    layer,
    columns: ['Name'],
    rows: names.map((name, index) => ({
      number: index + 1,
      cells: [name],
      geometry: { type: 'Polygon', coordinates: [[[116, 39]]] },
      problem: null,
    })),
  });

  it('goes by the names of areas and by whether there is an outline', () => {
    const target = (names: string[], hasDistrict = false) =>
      proposeTarget(describeTable(areas(names)), hasDistrict);
    expect(target(['海淀区'])).toBe('district');
    expect(target(['一片'], true)).toBe('zone');
    expect(target(['学院路街道', '四季青镇', '燕园街道'])).toBe('street');
    expect(target(['清河社区', '北坞村'])).toBe('community');
    expect(target(['一片', '二片'])).toBe('zone');
  });

  it.each([
    ['单元网格', 'x.gpkg', 'baseUnit'],
    ['x', '海淀街区.shp', 'baseUnit'],
    ['census_blocks', 'x', 'baseUnit'],
    ['x', 'cells-2026.geojson', 'baseUnit'],
    ['excellent', '责任片区.shp', 'zone'],
    ['x', '责任地块.geojson', 'zone'],
    ['x', '地块.geojson', 'zone'],
    ['x', 'zones_blocks.shp', 'zone'],
    ['x', '管理单元-片区.shp', 'zone'],
    ['街区社区界', 'x', 'zone'],
    ['x', '学院路街道单元网格.shp', 'baseUnit'],
  ])('takes the layer %s of %s for %s', (layer, file, target) => {
    expect(proposeTarget(describeTable(areas(['一', '二'], layer)), true, file)).toBe(target);
  });

  it('asks the names inside before those of the file, and sees a zone by who answers for it', () => {
    const file = '街区.geojson';
    const named = describeTable(areas(['清河社区', '北坞村', '学院社区'], file));
    expect(proposeTarget(named, true, file)).toBe('community');
    for (const heading of ['责任人', '片区形态', '负责类别']) {
      const table = areas(['一', '二']);
      table.columns.push(heading);
      expect(proposeTarget(describeTable(table), true, file), heading).toBe('zone');
    }
    // The cells of a city's system belong to communities too.
    const cells = areas(['一', '二']);
    cells.columns.push('所属社区');
    expect(proposeTarget(describeTable(cells), true, '单元网格.shp')).toBe('baseUnit');
  });

  it('follows the layers of our own files and leaves out what is not read back', () => {
    expect(proposeTarget(describeTable(areas(['x'], 'communities')), false)).toBe('community');
    expect(proposeTarget(describeTable(areas(['x'], 'findings')), false)).toBeNull();
  });
});

describe('a remembered mapping', () => {
  it('fits only a table that has its columns and can be its target', () => {
    const table = describeSheet(['名称', '经度', '纬度']);
    const mapping = proposeMapping(table, 'point', '未分类');
    expect(mappingFits(table, mapping)).toBe(true);
    expect(mappingFits(describeSheet(['名称', '经度']), mapping)).toBe(false);
    expect(mappingFits(table, { ...mapping, target: 'zone' })).toBe(false);
  });
});
