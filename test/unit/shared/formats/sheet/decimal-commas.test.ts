import { describe, expect, it } from 'vitest';
import { writeLayers } from '#shared/formats/write-registry.ts';
import { readFiles, readText } from '#test/unit/shared/formats/read-fixture.ts';

const rows = [
  ['清河公厕', '116,3022', '39,9893', '1,5'],
  ['东升书店', '116,326', '40,0032', '2,5'],
  ['上地公园', '116,3', '40,0312', '3,5'],
];
const heading = ['名称', '经度', '纬度', '楼层'];
const sheet = (delimiter: string) =>
  [heading, ...rows].map((row) => row.join(delimiter)).join('\n');
const said = { key: 'decimalCommas', params: { count: 2, names: '经度、纬度' } };

describe('coordinates with decimal commas', () => {
  it.each([
    ['semicolons', ';', 'a.csv'],
    ['tabs', '\t', 'a.tsv'],
    ['bars', '|', 'a.txt'],
  ])('are read where columns are parted by %s, and it is said', async (_, delimiter, name) => {
    const [layer] = await readText(name, sheet(delimiter));
    expect(layer?.columns).toEqual(heading);
    expect(layer?.rows.map(({ cells }) => cells)).toEqual([
      ['清河公厕', '116.3022', '39.9893', '1,5'],
      ['东升书店', '116.326', '40.0032', '2,5'],
      ['上地公园', '116.3', '40.0312', '3,5'],
    ]);
    expect(layer?.problems).toEqual([said]);
  });

  it('are read between quotes and commas, and in a workbook', async () => {
    const quoted = [heading, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(','));
    const [csv] = await readText('a.csv', quoted.join('\n'));
    expect(csv?.rows[1]?.cells).toEqual(['东升书店', '116.326', '40.0032', '2,5']);
    const tableRows = rows.map((cells, i) => ({
      number: i + 2,
      cells,
      geometry: null,
      problem: null,
    }));
    const [file] = await writeLayers(
      'xlsx',
      [{ layer: '点位', columns: heading, rows: tableRows }],
      { crs: 'EPSG:4326', encoding: 'utf-8', members: {} },
      '点位',
    );
    const [book] = await readFiles([{ name: 'a.xlsx', bytes: Uint8Array.from(file!.bytes) }]);
    expect(book?.rows[1]?.cells.slice(0, 4)).toEqual(['东升书店', '116.326', '40.0032', '2,5']);
    expect(book?.problems).toEqual([said]);
  });

  it('in metres are told by the digits before the comma', async () => {
    const [layer] = await readText(
      'a.csv',
      'name;x;y\nA;508123,4;4427001,25\nB;508200;4427100,5\n',
    );
    expect(layer?.rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['508123.4', '4427001.25'],
      ['508200', '4427100.5'],
    ]);
  });

  it('are left as they are in every column that is no coordinate, and not spoken of', async () => {
    const [layer] = await readText(
      'a.csv',
      '名称;百度经度;百度纬度;所属网格;长度;x\n' +
        'A;116,3975;39,9893;1001,1002;1234,567;2312,5\nB;116,326;40,0032;1003,1004;2345,678;2313,5\n',
    );
    expect(layer?.rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['116.3975', '39.9893', '1001,1002', '1234,567', '2312,5'],
      ['116.326', '40.0032', '1003,1004', '2345,678', '2313,5'],
    ]);
    expect(layer?.problems).toEqual([
      { key: 'decimalCommas', params: { count: 2, names: '百度经度、百度纬度' } },
    ]);
  });

  it.each([
    ['values beyond the earth', '经度;纬度\n1001,1002;1001,1003\n116,3975;39,9893\n'],
    ['latitudes beyond the poles', '经度;纬度\n116,3975;116,3976\n'],
    ['a longitude without a latitude', '经度;编号\n116,3975;39,9893\n'],
  ])('are not seen in %s', async (_, text) => {
    const [layer] = await readText('a.csv', text);
    expect(layer?.problems).toEqual([]);
    expect(layer?.rows[0]?.cells).toEqual(text.split('\n')[1]?.split(';'));
  });

  it.each([
    ['groups of thousands', 'name;people\nA;116,397\nB;39,904\n'],
    ['one cell that is written otherwise', 'name;x\nA;116,3975\nB;116.3975\n'],
    ['lists', 'name;rooms\nA;1,2\nB;3,4\n'],
  ])('are not seen in %s', async (_, text) => {
    const [layer] = await readText('a.csv', text);
    expect(layer?.problems).toEqual([]);
    expect(layer?.rows.map(({ cells }) => cells[1])).toEqual(
      text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(';')[1]),
    );
  });
});
