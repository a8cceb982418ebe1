import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { rightHand } from '#shared/formats/geojson/right-hand.ts';
import { declaredChoice, layerInWgs84 } from '#shared/formats/import/convert-layer.ts';
import { positionColumns } from '#shared/formats/import/layer-positions.ts';
import type { CellValue, Table } from '#shared/formats/table.ts';
import type { WriteOptions, WrittenFile } from '#shared/formats/write/writer.ts';
import {
  lossesOf,
  type WrittenFormat,
  writeLayers,
  writtenFormatOf,
} from '#shared/formats/write-registry.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import { readFiles } from '#test/unit/shared/formats/read-fixture.ts';

type Shape = Exclude<Geometry, { type: 'GeometryCollection' }>;

const plain: WriteOptions = { crs: 'EPSG:4326', encoding: 'utf-8', members: {} };

/** A district's ground, on the grid of 1e-7°. */
const coordinate = (low: number, high: number) =>
  fc.integer({ min: low * 1e7, max: high * 1e7 }).map((step) => step / 1e7);
const position = fc.tuple(coordinate(116, 117), coordinate(39, 40));

const square = ([x, y]: Position, size: number): Position[] =>
  [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
    [0, 0],
  ].map(([dx = 0, dy = 0]) => [
    Math.round(((x ?? 0) + dx) * 1e7) / 1e7,
    Math.round(((y ?? 0) + dy) * 1e7) / 1e7,
  ]);

const area = fc.tuple(position, fc.boolean()).map(([[x, y], holed]): Shape => {
  const hole = square([x + 0.02, y + 0.02], 0.01);
  const coordinates = [square([x, y], 0.05), ...(holed ? [hole] : [])];
  return rightHand({ type: 'Polygon', coordinates }) as Shape;
});
const areas = fc.tuple(area, area).map(([one, other]): Shape => {
  const far = (other.coordinates as Position[][]).map((ring) =>
    ring.map(([x = 0, y = 0]) => [x, Math.round((y - 3) * 1e7) / 1e7]),
  );
  return { type: 'MultiPolygon', coordinates: [one.coordinates as Position[][], far] };
});
const line = fc
  .uniqueArray(position, { minLength: 2, maxLength: 5, selector: (at) => at.join() })
  .map((coordinates): Shape => ({ type: 'LineString', coordinates }));
const point = position.map((coordinates): Shape => ({ type: 'Point', coordinates }));

const text = fc.string({
  unit: fc.constantFrom(
    '海',
    '淀',
    '区',
    '=',
    '+',
    '-',
    '@',
    '&',
    '<',
    '"',
    ',',
    '1',
    '0',
    'x',
    '\n',
    '_',
  ),
  minLength: 1,
  maxLength: 12,
});
/** Texts without blanks at their ends, which sheets and .dbf drop. */
const trimmedText = text.map((one) => one.trim() || '无');
const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000),
);

function tableOf(shapes: fc.Arbitrary<Shape>): fc.Arbitrary<Table> {
  const row = fc.record({
    geometry: fc.option(shapes, { freq: 8 }),
    cells: fc.tuple(
      trimmedText,
      fc.option(number),
      fc.option(fc.boolean()),
      fc.option(trimmedText),
    ),
  });
  return fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => ({
    layer: '',
    columns: ['name', '面积', '是否', '备注'],
    rows: rows.map(({ geometry, cells }, index) => ({
      number: index + 1,
      cells: [...cells] as CellValue[],
      geometry,
      problem: null,
    })),
  }));
}

async function back(files: readonly WrittenFile[]) {
  const [layer, ...more] = await readFiles(files);
  if (!layer) throw new Error('no layer');
  expect(more).toEqual([]);
  return layerInWgs84(layer, declaredChoice(layer));
}

/** Values by heading, as texts where the format keeps no others; empty ones left away. */
function values(table: Table, asText: boolean): Record<string, CellValue>[] {
  return table.rows.map(({ cells }) =>
    Object.fromEntries(
      table.columns.flatMap((column, i) => {
        const cell = cells[i] ?? null;
        return cell === null ? [] : [[column, asText ? String(cell) : cell]];
      }),
    ),
  );
}

const onGrid = (table: Table) =>
  table.rows.map(({ geometry }) => geometry && rightHand(snapGeometry(geometry as Shape)));

async function expectBack(format: WrittenFormat, table: Table, options: WriteOptions) {
  const losses = await lossesOf(format, [table], options);
  const again = await back(await writeLayers(format, [table], options, 'test'));
  const asText = losses.some(({ key }) => key === 'columnsAsText');
  expect(onGrid(again)).toEqual(onGrid(table));
  expect(values(again, asText)).toEqual(values(table, asText));
}

const shapes = fc.oneof(tableOf(area), tableOf(areas), tableOf(line), tableOf(point));
const runs = { numRuns: 25 };

describe('round trips', () => {
  it.each(['geojson', 'shapefile', 'shapefileZip', 'kml', 'geopackage'] as const)(
    '%s keeps geometries on the grid and every value, or says what it loses',
    (format) =>
      fc.assert(
        fc.asyncProperty(shapes, (table) => expectBack(format, table, plain)),
        runs,
      ),
  );

  it.each(['csv', 'xlsx'] as const)('%s keeps shapes as columns', (format) =>
    fc.assert(
      fc.asyncProperty(shapes, async (table) => {
        const losses = await lossesOf(format, [table], plain);
        const again = await back(await writeLayers(format, [table], plain, 'test'));
        const asText = losses.some(({ key }) => key === 'columnsAsText');
        const columns = positionColumns(again);
        const places = again.rows.map(({ cells, geometry }): Geometry | null => {
          if (!columns || geometry) return geometry;
          const place = [columns.x, columns.y].map((column) => cells[column] ?? null);
          return place[0] === null ? null : { type: 'Point', coordinates: place.map(Number) };
        });
        expect(places).toEqual(table.rows.map(({ geometry }) => geometry));
        const own = again.columns.filter((column) => table.columns.includes(column));
        const kept = values(again, asText).map((row) =>
          Object.fromEntries(Object.entries(row).filter(([key]) => own.includes(key))),
        );
        expect(kept).toEqual(values(table, asText));
      }),
      runs,
    ),
  );

  it.each(['EPSG:4490', 'GCJ-02', 'BD-09', 'EPSG:4527'])(
    'states %s in the file and comes back from it on the grid',
    async (crs) => {
      const [table] = fc.sample(tableOf(area), { numRuns: 1, seed: 7 });
      if (!table) throw new Error('no table');
      for (const format of ['geojson', 'shapefile', 'geopackage', 'kml'] as const) {
        const options = { ...plain, crs };
        const files = await writeLayers(format, [table], options, 'test');
        const [layer] = await readFiles(files);
        expect([format, layer?.crs?.id]).toEqual([format, crs]);
        await expectBack(format, table, options);
      }
    },
  );

  it('writes GBK with its .cpg, and counts what GBK lacks', async () => {
    const row = (name: string) => ({ number: 1, cells: [name], geometry: null, problem: null });
    const table: Table = { layer: '', columns: ['责任片区名称全称'], rows: [row('㐀𠀀海淀')] };
    const options = { ...plain, encoding: 'gb18030' as const };
    const losses = await lossesOf('shapefile', [table], options);
    expect(losses).toEqual([
      { key: 'columnsRenamed', params: { count: 1, names: '责任片区名称全称 → 责任片区名' } },
      { key: 'signsMissing', params: { count: 2 } },
    ]);
    const files = await writeLayers('shapefile', [table], options, 'test');
    const dbf = files.filter(({ name }) => !name.endsWith('.shp') && !name.endsWith('.shx'));
    const [layer] = await readFiles(dbf);
    expect(layer?.encoding).toEqual({ encoding: 'gb18030', from: 'cpg' });
    expect(layer?.rows[0]?.cells).toEqual(['??海淀']);
  });

  it('cuts texts of a .dbf after a whole character, and says so', async () => {
    const row = { number: 1, cells: ['海'.repeat(200)], geometry: null, problem: null };
    const table: Table = { layer: '', columns: ['名称'], rows: [row] };
    expect(await lossesOf('shapefile', [table], plain)).toContainEqual({
      key: 'textsCut',
      params: { count: 1, bytes: 254 },
    });
    const [layer] = await readFiles(await writeLayers('shapefile', [table], plain, 'test'));
    expect(layer?.rows[0]?.cells).toEqual(['海'.repeat(84)]);
    expect(layer?.problems).toEqual([]);
  });

  it('writes points, lines and areas of one layer to shapefiles of their own', async () => {
    const geometries: Geometry[] = [
      { type: 'Point', coordinates: [116, 39] },
      {
        type: 'LineString',
        coordinates: [
          [116, 39],
          [117, 40],
        ],
      },
      { type: 'Polygon', coordinates: [square([116, 39], 1)] },
    ];
    const rows = geometries.map((geometry, i) => ({
      number: i + 1,
      cells: [i],
      geometry,
      problem: null,
    }));
    const table = { layer: '', columns: ['n'], rows };
    expect(await lossesOf('shapefile', [table], plain)).toEqual([
      { key: 'layersSplit', params: { count: 3 } },
    ]);
    const layers = await readFiles(await writeLayers('shapefile', [table], plain, 'test'));
    expect(layers.map(({ rows: [row] }) => row?.geometry?.type)).toEqual([
      'Point',
      'LineString',
      'Polygon',
    ]);
  });

  it('keeps several layers apart', async () => {
    const layer = (name: string): Table => ({
      layer: name,
      columns: ['name'],
      rows: [
        {
          number: 1,
          cells: [name],
          geometry: { type: 'Point', coordinates: [116, 39] },
          problem: null,
        },
      ],
    });
    const tables = [layer('甲/乙'), layer('丙')];
    for (const format of ['shapefileZip', 'geopackage', 'xlsx', 'kml'] as const) {
      const layers = await readFiles(await writeLayers(format, tables, plain, 'test'));
      expect(layers.map(({ rows: [row] }) => row?.cells[0])).toEqual(['甲/乙', '丙']);
    }
  });

  it('writes a GeoPackage that SQLite finds whole', async () => {
    const [table] = fc.sample(tableOf(areas), { numRuns: 1, seed: 3 });
    const [file] = await writeLayers('geopackage', [table as Table], plain, 'test');
    const folder = mkdtempSync(join(tmpdir(), 'hengzong-gpkg-'));
    try {
      const path = join(folder, 'test.gpkg');
      writeFileSync(path, file?.bytes ?? '');
      const database = new DatabaseSync(path, { readOnly: true });
      const one = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0];
      expect(one('PRAGMA integrity_check')).toBe('ok');
      expect(one('PRAGMA application_id')).toBe(0x47504b47);
      expect(one('SELECT count(*) FROM gpkg_geometry_columns')).toBe(1);
      expect(one('SELECT hex(substr(geom, 1, 2)) FROM layer WHERE geom IS NOT NULL')).toBe('4750');
      database.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('writtenFormatOf', () => {
  it('goes by the suffix', () => {
    expect(writtenFormatOf('a.GPKG')).toBe('geopackage');
    expect(writtenFormatOf('b/c.zip')).toBe('shapefileZip');
    expect(writtenFormatOf('a.json')).toBe('geojson');
    expect(() => writtenFormatOf('a.dwg')).toThrow(/cannotWrite/);
  });
});
