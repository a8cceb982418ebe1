import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGeoJson } from '#shared/formats/geojson/read.ts';
import type { Table } from '#shared/formats/table.ts';
import {
  box,
  geoTable,
  plan,
  projectRecord,
  reasons,
  recordsOf,
  source,
} from './import-fixtures.ts';

const real = (name: string) =>
  readGeoJson(
    readFileSync(new URL(`../../../../fixtures/beijing/${name}.geojson`, import.meta.url)),
  )[0] as Table;

describe('importing areas', () => {
  it('takes a real outline and its streets, in whatever order the files come', async () => {
    const done = await plan([source(real('haidian-streets')), source(real('haidian-outline'))]);
    expect(done.added).toEqual({ district: 1, street: 29 });
    expect(done.rejected).toEqual([]);
    const [district] = recordsOf(done, 'district');
    const street = recordsOf(done, 'street').find(({ name }) => name === '清华园街道');
    expect(district).toMatchObject({ name: '海淀区', code: '110108000000', source: 'file.csv' });
    expect(street).toMatchObject({
      districtId: district?.id,
      code: '110108014000',
      attributes: { pinyin: 'qinghuayuanjiedao', labelPoint: '[40.00317,116.32249]' },
    });
  });

  it('says that streets need an outline, and that there is one outline', async () => {
    const streets = await plan([source(real('xicheng-streets'))]);
    expect(new Set(streets.rejected.map(({ reason }) => reason))).toEqual(new Set(['noDistrict']));
    const outlines = await plan([source(real('xicheng-streets'), 'district')]);
    expect(outlines.records).toEqual([]);
    expect(outlines.rejected[0]).toMatchObject({ reason: 'severalOutlines', params: { rows: 15 } });
  });

  it('finds parents by name, by code, and else by most common ground', async () => {
    //  116.0     116.1     116.2
    //    +---------+---------+
    //    |  东街道  |  西街道  |
    //    | a  b|b  | c   d   |     b reaches over the border, mostly into 西
    //    +---------+---------+
    const done = await plan([
      source(geoTable([box(116, 39, 116.2, 39.1), { name: '区' }]), 'district'),
      source(
        geoTable(
          [box(116, 39, 116.1, 39.1), { name: '东街道', code: '001' }],
          [box(116.1, 39, 116.2, 39.1), { name: '西街道', code: '002' }],
        ),
        'street',
      ),
      source(
        geoTable(
          [box(116, 39, 116.05, 39.1), { name: 'a' }],
          [box(116.08, 39, 116.14, 39.1), { name: 'b' }],
          [box(116.14, 39, 116.17, 39.1), { name: 'c', 所属街道: '东街道' }],
          [box(116.17, 39, 116.2, 39.1), { name: 'd', 所属街道: '001' }],
          [box(117, 39, 117.1, 39.1), { name: 'e', 所属街道: '北街道' }],
        ),
        'community',
      ),
      source(
        geoTable(
          [
            {
              type: 'LineString',
              coordinates: [
                [116.01, 39.05],
                [116.03, 39.05],
              ],
            },
            { name: '路' },
          ],
          [
            { type: 'Point', coordinates: [116.15, 39.05] },
            { name: '站', radius: 80 },
          ],
          [box(116.08, 39.02, 116.12, 39.04), { name: '块', categories: '环境卫生、市容秩序' }],
          [box(116.06, 39.02, 116.07, 39.04), { name: '院', 形态: '点' }],
        ),
        'zone',
      ),
    ]);
    expect(done.rejected).toEqual([]);
    const names = new Map(
      done.records.map((record) => [record.id, 'name' in record ? record.name : '']),
    );
    const parents = recordsOf(done, 'community').map(({ name, streetId }) => [
      name,
      streetId && names.get(streetId),
    ]);
    expect(parents).toEqual([
      ['a', '东街道'],
      ['b', '西街道'],
      ['c', '东街道'],
      ['d', '东街道'],
      ['e', null],
    ]);
    const zones = recordsOf(done, 'zone').map((zone) => [
      zone.name,
      zone.shape,
      zone.parentId && names.get(zone.parentId),
    ]);
    expect(zones).toEqual([
      ['路', 'strip', 'a'],
      ['站', 'site', 'c'],
      ['块', 'block', 'b'],
      ['院', 'site', '东街道'],
    ]);
    expect(recordsOf(done, 'zone')[0]).toMatchObject({ widthM: 20 });
    expect(recordsOf(done, 'zone')[1]).toMatchObject({ radiusM: 80 });
    expect(recordsOf(done, 'zone')[2]).toMatchObject({ categories: ['环境卫生', '市容秩序'] });
  });

  it('takes the heading for the role when it names one', async () => {
    const zone = (heading: string) =>
      source(geoTable([box(116, 39, 116.1, 39.1), { name: '一片', [heading]: '张三' }]), 'zone');
    const roleOf = async (heading: string) => {
      const done = await plan([zone(heading)]);
      return recordsOf(done, 'post')[0]?.role;
    };
    expect(await roleOf('片长')).toBe('zone-head');
    expect(await roleOf('责任人')).toBe('zone-head');
  });

  it('lists geometries that cannot be what they are meant to be', async () => {
    const table = geoTable(
      [null, { name: '无' }],
      [{ type: 'Polygon', coordinates: 5 }, { name: '坏' }],
      [{ type: 'Point', coordinates: [116, 39] }, { name: '点' }],
      [box(4_400_000, 500_000, 4_410_000, 510_000), { name: '米' }],
      [box(116, 39, 116.1, 39.1), {}],
    );
    const done = await plan([
      source(geoTable([box(116, 39, 116.2, 39.1), { name: '区' }]), 'district'),
      source(table, 'street'),
    ]);
    expect(reasons(done)).toEqual([
      [1, 'noGeometry', {}],
      [2, 'badGeometry', {}],
      [3, 'notArea', { type: 'Point' }],
      [4, 'outOfRange', { x: 4_400_000, y: 500_000 }],
      [5, 'noName', {}],
    ]);
  });

  it('gives the outline that is there its new shape and keeps what the file does not say', async () => {
    const first = await plan([
      source(
        geoTable([box(116, 39, 116.2, 39.1), { name: '区', 审图号: '京S(2026)1号' }]),
        'district',
      ),
    ]);
    const shape = box(116, 39, 116.3, 39.1);
    const done = await plan(
      [source(geoTable([shape, { name: '区' }]), 'district')],
      [projectRecord(), ...first.records],
    );
    expect(done.updated).toEqual({ district: 1 });
    expect(recordsOf(done, 'district')[0]).toMatchObject({
      id: recordsOf(first, 'district')[0]?.id,
      reviewNumber: '京S(2026)1号',
      geometry: shape,
    });
  });
});
