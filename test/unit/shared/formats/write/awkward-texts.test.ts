import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readSource } from '#shared/formats/registry.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type { CellValue, Table } from '#shared/formats/table.ts';
import type { WriteOptions } from '#shared/formats/write/writer.ts';
import {
  lossesOf,
  type WrittenFormat,
  writeLayers,
  writtenFormats,
} from '#shared/formats/write-registry.ts';
import { readFiles } from '#test/unit/shared/formats/read-fixture.ts';

const plain: WriteOptions = { crs: 'EPSG:4326', encoding: 'utf-8', members: {} };
const formats = Object.keys(writtenFormats) as WrittenFormat[];
const point: Geometry = { type: 'Point', coordinates: [116, 39] };

const tableOf = (columns: string[], rows: CellValue[][], layer = ''): Table => ({
  layer,
  columns,
  rows: rows.map((cells, i) => ({ number: i + 1, cells, geometry: point, problem: null })),
});

async function there(format: WrittenFormat, tables: readonly Table[], options = plain) {
  const losses = await lossesOf(format, tables, options);
  const files = await writeLayers(format, tables, options, 'test');
  const params = (key: string) => losses.find((loss) => loss.key === key)?.params;
  return { losses: losses.map(({ key }) => key), params, files };
}

/** Signs by which texts get lost on the way: of XML, of formulas, of SQL, halves, blanks, marks. */
const signs = [
  '=+-@＝\'"`,;&<>\\_x000D_%#/0海é'.split(''),
  [' ', '\t', '\n', '\r\n', '\r', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u2028', '\u0085'],
  ['\0', '\u0001', '\u000b', '\u000c', '\u001b', '\u001f', '\u007f', '\ufffe', '\uffff'],
  ['\ud83d', '\ude00', '😀', '𠀀', '㐀', ']]>', '&#10;'],
];
const sign = fc.constantFrom(...signs.flat());
const awkward = fc.string({ unit: sign, maxLength: 8 });

describe('awkward texts', () => {
  it.each(formats)('come back from %s as they were, or are counted before', (format) =>
    fc.assert(
      fc.asyncProperty(fc.array(awkward, { minLength: 1, maxLength: 6 }), async (texts) => {
        const table = tableOf(
          ['甲', '乙'],
          texts.map((text, i) => [`第${i}`, text]),
        );
        const { params, files } = await there(format, [table]);
        const [layer] = await readFiles(files);
        const column = layer?.columns.indexOf('乙') ?? -1;
        expect(layer?.rows.map(({ cells }) => cells[0])).toEqual(texts.map((_, i) => `第${i}`));
        const changed = texts.filter((text, i) => layer?.rows[i]?.cells[column] !== text);
        const counts = ['signsLeft', 'edgesTrimmed', 'emptyTexts'].map((key) =>
          Number(params(key)?.['count'] ?? 0),
        );
        const most = counts.reduce((sum, count) => sum + count, 0);
        expect(changed.length).toBeLessThanOrEqual(most);
        expect(changed.length).toBeGreaterThanOrEqual(Math.max(...counts));
      }),
      { numRuns: 60 },
    ),
  );

  it.each(formats)('as names of columns come back from %s, or are listed before', (format) =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(awkward, fc.nat(9)), { minLength: 1, maxLength: 4 }),
        async (drawn) => {
          // A name that no format shortens: its own text stands between letters.
          const columns = drawn.map(([text, digit], i) => `c${i}${text.slice(0, 3)}${digit}`);
          const table = tableOf(columns, [columns.map((_, i) => `v${i}`)]);
          const { losses, files } = await there(format, [table]);
          const [layer] = await readFiles(files);
          const values = columns.map((name) => layer?.rows[0]?.cells[layer.columns.indexOf(name)]);
          const isSame = values.every((value, i) => value === `v${i}`);
          expect(isSame || losses.includes('columnsRenamed')).toBe(true);
        },
      ),
      { numRuns: 40 },
    ),
  );

  it('begin no formula in a CSV, as headings neither, with wide signs neither', async () => {
    const texts = ['=1', '＝1', '＠a', '\t=1', '-5', '+86 10'];
    const { files } = await there('csv', [tableOf(['=cmd', '乙'], [texts.slice(0, 2)])]);
    expect(new TextDecoder().decode(files[0]?.bytes)).toMatch(/^'=cmd,乙,.*\r\n'=1,'＝1,/);
    const [layer] = await readFiles(
      (
        await there('csv', [
          tableOf(
            ['=甲', '乙'],
            texts.map((text) => [text, '乙']),
          ),
        ])
      ).files,
    );
    expect(layer?.columns.slice(0, 2)).toEqual(['=甲', '乙']);
    const back = ['=1', '＝1', '＠a', '=1', '-5', '+86 10'];
    expect(layer?.rows.map(({ cells }) => cells[0])).toEqual(back);
  });
});

describe('what a format has no room for', () => {
  it('keeps a .dbf readable however wide its columns are, and says what is cut', async () => {
    const columns = Array.from({ length: 300 }, (_, i) => `列${i}`);
    const { params, files } = await there('shapefile', [
      tableOf(columns, [columns.map((name) => name.padEnd(250, '字'))]),
    ]);
    expect(params('textsCut')).toEqual({ count: 300, bytes: 218 });
    expect(params('manyColumns')).toEqual({ count: 300, usual: 255 });
    const [layer] = await readFiles(files);
    expect(layer?.columns).toEqual(columns);
    expect(layer?.rows[0]?.cells.every((cell) => String(cell).length > 70)).toBe(true);
  });

  it('gives whole numbers beyond what is exact as the number that they are', async () => {
    const value = 110_105_199_003_071_230;
    const { losses, files } = await there('shapefile', [tableOf(['码'], [[value]])]);
    expect(losses).toEqual([]);
    expect((await readFiles(files))[0]?.rows[0]?.cells).toEqual([value]);
  });

  it('leaves a shape out of a workbook rather than cut it, and counts it in the digits of its system', async () => {
    const ring = Array.from({ length: 1000 }, (_, i): [number, number] => [
      116 + Math.round(1e6 * Math.cos(i / 160)) / 1e7,
      39 + Math.round(1e6 * Math.sin(i / 160)) / 1e7,
    ]);
    const table = tableOf(['甲'], [['a']]);
    const coordinates = [[...ring, ring[0] as [number, number]]];
    const shaped = {
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        geometry: { type: 'Polygon' as const, coordinates },
      })),
    };
    expect((await there('xlsx', [shaped])).losses).toEqual(['shapesAsText']);
    const { losses, files } = await there('xlsx', [shaped], { ...plain, crs: 'GCJ-02' });
    expect(losses).toEqual(['shapesAsText', 'shapesTooLong']);
    const [layer] = await readFiles(files);
    expect(layer?.rows[0]).toMatchObject({ geometry: null, problem: null });
    expect(layer?.rows[0]?.cells[0]).toBe('a');
  });

  it('reads shapes of any length from the CSV that it wrote them into', async () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: Array.from({ length: 9000 }, (_, i) => [116 + i / 1e4, 39.123_456_7]),
    };
    const table = tableOf(['甲'], [['a']]);
    const rows = table.rows.map((row) => ({ ...row, geometry: line }));
    const [layer] = await readFiles((await there('csv', [{ ...table, rows }])).files);
    expect(layer?.rows[0]?.geometry).toEqual(line);
  });

  it('keeps columns without values, or says which are left out', async () => {
    const table = tableOf(
      ['甲', '空'],
      [
        [null, null],
        ['a', null],
      ],
    );
    for (const format of formats) {
      const { losses, files } = await there(format, [table]);
      const columns = (await readFiles(files))[0]?.columns.slice(0, 2);
      if (format === 'kml') expect(losses).toEqual(['columnsEmpty']);
      else expect([format, columns, losses]).toEqual([format, ['甲', '空'], []]);
    }
  });

  it('says which rows and headings a sheet loses', async () => {
    const bare = tableOf(
      ['2023', '2024'],
      [
        ['a', 'b'],
        [null, ''],
      ],
    );
    const rows = bare.rows.map((row) => ({ ...row, geometry: null }));
    for (const format of ['csv', 'xlsx'] as const) {
      const { losses } = await there(format, [{ ...bare, rows }]);
      expect(losses).toEqual(expect.arrayContaining(['rowsEmpty', 'headingsUnclear']));
    }
  });
});

describe('what other programs make of the files', () => {
  it('a KML declares its columns, without which GDAL takes 甲 and 乙 for one', async () => {
    const { files } = await there('kml', [tableOf(['name', '甲', '乙\n"二'], [['点', 'a', 'b']])]);
    const text = new TextDecoder().decode(files[0]?.bytes);
    expect(text).toContain(
      '<SimpleField type="string" name="甲"/><SimpleField type="string" name="乙&#10;&quot;二"/></Schema>',
    );
    const [, id] = /<Schema name="[^"]*" id="([^"]*)"/.exec(text) ?? [];
    expect(text).toContain(`<SchemaData schemaUrl="#${id}"><SimpleData name="甲">a</SimpleData>`);
  });
});

describe('names of layers', () => {
  const named = (...names: string[]) => names.map((name) => tableOf(['甲'], [[name]], name));

  it.each<[WrittenFormat, string[]]>([
    ['shapefile', ['A', 'a_2', 'CON_', 'x', 'History', 'gpkg_x', 'p_q']],
    [
      'csv',
      ['test_A', 'test_a_2', 'test_CON_', 'test_x', 'test_History', 'test_gpkg_x', 'test_p_q'],
    ],
  ])('are names of files that every system takes (%s)', async (format, expected) => {
    const { files } = await there(
      format,
      named('A', 'a', 'CON', 'x. ', 'History', 'gpkg_x', 'p\u0001q'),
    );
    const stems = files.filter(({ name }) => /\.(shp|csv)$/.test(name));
    expect(stems.map(({ name }) => name.slice(0, -4))).toEqual(expected);
  });

  it.each<[WrittenFormat, string[]]>([
    ['kml', ['A', 'a_2', 'CON', 'x.', 'History', 'gpkg_x', 'pq']],
    ['geopackage', ['A', 'a_2', 'CON', 'x.', 'History', 'layer_x', 'p q']],
    ['xlsx', ['A', 'a_2', 'CON', 'x.', 'History_', 'gpkg_x', 'p q']],
  ])('are made to fit %s and are listed', async (format, expected) => {
    const tables = named('A', 'a', 'CON', 'x.', 'History', 'gpkg_x', 'p\u0001q');
    const { losses, files } = await there(format, tables);
    expect(losses).toContain('layersRenamed');
    const layers = [];
    for (const source of groupFiles(files)) layers.push(...(await readSource(source)).layers);
    expect(layers.map(({ layer }) => layer)).toEqual(expected);
  });

  it('stay short enough for sheets, and whole', async () => {
    const tables = Array.from({ length: 101 }, () =>
      tableOf(['甲'], [['x']], `${'名'.repeat(30)}😀`),
    );
    const layers = await readFiles((await there('xlsx', tables)).files);
    expect(new Set(layers.map(({ layer }) => layer)).size).toBe(101);
    expect(layers.every(({ layer }) => layer.length <= 31 && layer.isWellFormed())).toBe(true);
  });

  it('stand beside a column that is called layer', async () => {
    const tables = ['A', 'B'].map((name) => tableOf(['layer'], [[`own ${name}`]], name));
    const { params, files } = await there('geojson', tables);
    expect(params('layersInOne')).toEqual({ count: 2, property: 'layer_2' });
    const [layer] = await readFiles(files);
    expect(layer?.columns).toEqual(['layer_2', 'layer']);
    expect(layer?.rows.map(({ cells }) => cells)).toEqual([
      ['A', 'own A'],
      ['B', 'own B'],
    ]);
  });
});
