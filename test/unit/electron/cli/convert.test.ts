import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FeatureCollection, Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crsConverter } from '#shared/geo/crs/converter.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { beijing, CliProgram } from './cli-program.ts';

const program = new CliProgram();
const fixtures = resolve(import.meta.dirname, '../../../fixtures/formats');
const outline = join(beijing, 'xicheng-outline.geojson');
const streets = join(beijing, 'xicheng-streets.geojson');

beforeAll(() => program.build(), 120_000);
afterAll(() => program.remove());

const output = (name: string) =>
  JSON.parse(readFileSync(join(program.folder, name), 'utf8')) as FeatureCollection;
const firstPosition = (collection: FeatureCollection) => {
  const geometry = collection.features[0]?.geometry;
  if (geometry?.type !== 'Point') throw new Error('no point');
  return geometry.coordinates;
};

interface Inspected {
  files: {
    format: string;
    layers: {
      name: string;
      rows: number;
      encoding: { encoding: string; from: string } | null;
      crs: { id: string; swapped: boolean; trust: string; inside: number; evidence: string }[];
      problems: { key: string; message: string }[];
      target: string;
    }[];
  }[];
}

function inspect(...args: string[]) {
  const { status, stdout, stderr } = program.run('inspect', '--json', ...args);
  expect(stderr).toBe('');
  return { status, ...(JSON.parse(stdout) as Inspected) };
}

describe('hengzong inspect', () => {
  it('reads what the log beside a GeoPackage holds, and says what is left out of a file', () => {
    const path = join(program.folder, 'open.gpkg');
    copyFileSync(join(fixtures, 'gdal/heights.gpkg'), path);
    const database = new DatabaseSync(path);
    database.exec('PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0');
    database.exec(
      "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('notes', 'attributes')",
    );
    database.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, word TEXT)');
    database.exec("INSERT INTO notes (word) VALUES ('改过')");
    const { files } = inspect('open.gpkg');
    database.close();
    expect(files[0]?.layers.map(({ name, rows }) => [name, rows])).toEqual([
      ['zm', 2],
      ['notes', 1],
    ]);
    expect(files[0]?.layers[0]?.problems.map(({ message }) => message)).toEqual([
      '有 2 个坐标带高程；本软件只管平面，高程未导入。',
      '有 2 个坐标带里程值（M 值），未导入。',
    ]);
    const { status, stderr } = program.run('convert', 'open.gpkg', '-o', 'flat.geojson');
    expect(status).toBe(0);
    expect(stderr).toContain('zm：有 2 个坐标带高程');
  });

  it('says what a file is, in words, with the evidence for each guess', () => {
    for (const part of ['shp', 'shx', 'dbf', 'cpg']) {
      copyFileSync(join(fixtures, `big5.${part}`), join(program.folder, `big5.${part}`));
    }
    const { status, stdout } = program.run('inspect', 'big5.shp');
    expect(status).toBe(0);
    expect(stdout).toContain('big5.shp：Shapefile');
    expect(stdout).toContain('编码：BIG5（依据：.cpg 文件）');
    const { files } = inspect('big5.shp', join(fixtures, 'ovital.ovkml'));
    expect(files.map(({ format }) => format)).toEqual(['shapefile', 'kml']);
    expect(files[1]?.layers[0]?.crs[0]).toMatchObject({ id: 'GCJ-02', trust: 'sure' });
  });

  it('finds the shift of a layer by where the district lies, whatever its file says', async () => {
    const converter = await crsConverter('GCJ-02');
    const rows = output0(streets).features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [],
    );
    const points = rows.filter((_, i) => i % 20 === 0).map((place) => converter?.fromWgs84(place));
    const csv = points.map((place, i) => `点${i},${place?.[0]},${place?.[1]}`).join('\n');
    program.file('shifted.csv', `名称,经度,纬度\n${csv}`);
    const { files } = inspect('shifted.csv', '--boundary', outline);
    const [best] = files[0]?.layers[0]?.crs ?? [];
    expect(best).toMatchObject({ id: 'GCJ-02', swapped: false, trust: 'sure', inside: 1 });
    expect(best?.evidence).toMatch(/100% 的点落在参照范围内；按WGS84 经纬度只有 \d/);
  });

  it('tells of each file, also where others cannot be read, and of those that begin with a dash', () => {
    program.file('-good.csv', '名称,备注\n甲,x');
    program.file('none.csv', '');
    const { status, stdout, stderr } = program.run(
      'inspect',
      'none.csv',
      'gone.csv',
      '.',
      '--',
      '-good.csv',
    );
    expect(status).toBe(2);
    expect(stdout).toContain('-good.csv：文本表格');
    expect(
      stderr.split('\n').map((line) => /(none|gone)\.csv| \. /.exec(line)?.[0].trim()),
    ).toEqual(['none.csv', 'gone.csv', '.', undefined]);
    const { files } = JSON.parse(
      program.run('inspect', '--json', 'gone.csv', './-good.csv').stdout,
    ) as {
      files: { file: string }[];
    };
    expect(files.map(({ file }) => file)).toEqual(['./-good.csv']);
  });

  it('refuses what it cannot read in one sentence', () => {
    program.file('a.dwg', 'AC1032');
    const { status, stdout, stderr } = program.run('inspect', 'a.dwg', '--lang', 'en');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'hengzong: a.dwg: This is an AutoCAD DWG. Save it as DXF in your CAD program, then import it.\n',
    );
    expect(program.run('inspect').status).toBe(2);
    expect(program.run('help').stdout).toContain('hengzong inspect');
    expect(program.run('inspect', 'gone.shp').stderr).toContain('gone.shp');
  });
});

const output0 = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection;

describe('hengzong convert', () => {
  it('makes shapefiles in GBK and the system asked for, and comes back from them', () => {
    const made = program.run(
      'convert',
      streets,
      '-o',
      'streets.shp',
      '--to-crs',
      'EPSG:4527',
      '--out-encoding',
      'gbk',
    );
    expect(made.status).toBe(0);
    expect(
      readdirSync(program.folder)
        .filter((name) => name.startsWith('streets.'))
        .sort(),
    ).toEqual(['streets.cpg', 'streets.dbf', 'streets.prj', 'streets.shp', 'streets.shx']);
    expect(program.run('convert', 'streets.shp', '-o', 'b.geojson').status).toBe(0);
    const [before, after] = [output0(streets), output('b.geojson')];
    expect(after.features).toHaveLength(before.features.length);
    expect(after.features[0]?.properties?.['Name']).toBe(before.features[0]?.properties?.['Name']);
  });

  it('lists what a format loses before it writes', () => {
    program.file('wide.csv', '责任片区名称全称,备注\n甲,x');
    const { status, stderr } = program.run('convert', 'wide.csv', '-o', 'wide.shp');
    expect(status).toBe(0);
    expect(stderr).toContain('责任片区名称全称 → 责任片');
  });

  it('turns columns of positions into points, in the system that is given', () => {
    program.file('gcj.csv', '名称,经度,纬度\n东门,116.404,39.915\n无,,');
    const { status, stderr } = program.run(
      'convert',
      'gcj.csv',
      '-o',
      'gcj.geojson',
      '--from-crs',
      'gcj02',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('1 行的图形用不上');
    const place = firstPosition(output('gcj.geojson'));
    const moved = distanceM(place, [116.404, 39.915] as Position);
    expect(moved).toBeGreaterThan(300);
    expect(output('gcj.geojson').features[0]?.properties).toEqual({
      名称: '东门',
      经度: '116.404',
      纬度: '39.915',
    });
  });

  it('asks for the system of metres that nobody names, and finds it by the district', async () => {
    const converter = await crsConverter('EPSG:4548');
    const [x, y] = converter?.fromWgs84([116.36, 39.9]) ?? [];
    program.file('metres.csv', `名称,X,Y\n东门,${x},${y}\n西门,${x},${y}`);
    const refused = program.run('convert', 'metres.csv', '-o', 'metres.geojson');
    expect([refused.status, existsSync(join(program.folder, 'metres.geojson'))]).toEqual([
      2,
      false,
    ]);
    expect(refused.stderr).toContain('--from-crs');
    const made = program.run(
      'convert',
      'metres.csv',
      '-o',
      'metres.geojson',
      '--from-crs',
      'EPSG:4548',
    );
    expect(made.status).toBe(0);
    expect(distanceM(firstPosition(output('metres.geojson')), [116.36, 39.9])).toBeLessThan(0.01);
    const found = program.run(
      'convert',
      'metres.csv',
      '-o',
      'found.geojson',
      '--boundary',
      outline,
    );
    expect(found.status).toBe(0);
    expect(found.stderr).toContain('中央经线 117°');
    expect(distanceM(firstPosition(output('found.geojson')), [116.36, 39.9])).toBeLessThan(0.01);
  });

  it.each([
    [['-o', 'x.dwg'], 'dwg'],
    [['-o', 'x.geojson', '--from-crs', 'moon'], 'moon'],
    [['-o', 'x.geojson', '--layer', '没有'], '没有'],
    [['-o', 'x.geojson', '--encoding', 'klingon'], 'klingon'],
    [['-o', 'wide.csv'], 'wide.csv'],
    [['-o', '.'], '文件夹'],
    [['-o', 'later/'], '文件夹'],
    [[], '-o'],
  ])('refuses %j and writes nothing', (args, word) => {
    program.file('wide.csv', '名称,备注\n甲,x');
    const { status, stderr } = program.run('convert', 'wide.csv', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(word);
    expect(readdirSync(program.folder)).not.toContain('x.geojson');
  });

  it('names files of several layers after the one asked for, and says which were written', () => {
    program.file('点位.csv', '名称,经度,纬度\n甲,116.4,39.9');
    program.file('xicheng-outline.shp', 'of somebody else');
    const { status, stdout } = program.run('convert', outline, '点位.csv', '-o', 'both.shp');
    expect(status).toBe(0);
    expect(stdout).toContain('已写入 both_xicheng-outline.shp、both_点位.shp：2 个图层');
    expect(readFileSync(join(program.folder, 'xicheng-outline.shp'), 'utf8')).toBe(
      'of somebody else',
    );
    expect(existsSync(join(program.folder, 'both_点位.dbf'))).toBe(true);
  });

  it('warns when degrees are to be read as metres', () => {
    program.file('degrees.csv', '名称,经度,纬度\n甲,116.4,39.9');
    const args = ['convert', 'degrees.csv', '-o', 'degrees.geojson', '--from-crs'];
    expect(program.run(...args, 'web墨卡托').stderr).toContain('坐标像是经纬度');
    expect(program.run(...args, 'GCJ-02').stderr).toBe('');
  });

  it('answers programs', () => {
    const { stdout } = program.run(
      'convert',
      join(fixtures, 'ovital.ovkml'),
      '-o',
      'o.gpkg',
      '--layer',
      '点位',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      files: ['o.gpkg'],
      format: 'geopackage',
      crs: 'EPSG:4326',
      layers: [
        { name: '点位', rows: 1, fromCrs: 'GCJ-02' },
        { name: '点位', rows: 1, fromCrs: 'EPSG:4490' },
      ],
    });
  });
});
