import { describe, expect, it } from 'vitest';
import type { Table } from '#shared/formats/table.ts';
import type { WriteOptions } from '#shared/formats/write/writer.ts';
import { lossesOf, type WrittenFormat, writeLayers } from '#shared/formats/write-registry.ts';
import { readFiles } from '#test/unit/shared/formats/read-fixture.ts';

const plain: WriteOptions = { crs: 'EPSG:4326', encoding: 'utf-8', members: {} };
const texts = ['甲', ' 前', '后 ', '', "'=1"];
const table: Table = {
  layer: '',
  columns: ['备注'],
  rows: texts.map((text, index) => ({
    number: index + 1,
    cells: [text],
    geometry: { type: 'Point', coordinates: [116, 39] },
    problem: null,
  })),
};

describe('texts with blanks at their ends', () => {
  it.each<[WrittenFormat, (string | null)[]]>([
    ['geojson', texts],
    ['geopackage', texts],
    ['shapefile', ['甲', ' 前', '后', null, "'=1"]],
    ['kml', ['甲', '前', '后', null, "'=1"]],
    ['xlsx', ['甲', '前', '后', null, '=1']],
    ['csv', ['甲', '前', '后', null, '=1']],
  ])('come back from %s as its losses say', async (format, expected) => {
    const files = await writeLayers(format, [table], plain, 'a');
    const [layer] = await readFiles(files);
    const column = layer?.columns.indexOf('备注') ?? -1;
    expect(layer?.rows.map(({ cells }) => cells[column] ?? null)).toEqual(expected);
    const losses = await lossesOf(format, [table], plain);
    const count = (key: string) => losses.find((loss) => loss.key === key)?.params['count'] ?? 0;
    const shorter = texts.filter((text, i) => text !== '' && expected[i] !== text).length;
    expect(count('edgesTrimmed')).toBe(shorter);
    expect(count('emptyTexts')).toBe(expected.includes(null) ? 1 : 0);
  });
});
