import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#shared/formats/csv/read.ts';
import { writeCsv } from '#shared/formats/csv/write.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import type { Table } from '#shared/formats/table.ts';

const read = (text: string) => readCsv(new TextEncoder().encode(text))[0] as Table;
const cells = (table: Table) => table.rows.map((row) => row.cells);

function keyOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof FormatError) return error.key;
    throw error;
  }
  return 'nothing thrown';
}

describe('readCsv', () => {
  it.each([',', '\t', ';', '|'])('finds the delimiter %j', (delimiter) => {
    const lines = ['名称,经度,纬度', '东门,116.1,39.9', '西门,116.2,39.8'];
    const table = read(lines.join('\n').replaceAll(',', delimiter));
    expect(table.columns).toEqual(['名称', '经度', '纬度']);
    expect(cells(table)).toEqual([
      ['东门', '116.1', '39.9'],
      ['西门', '116.2', '39.8'],
    ]);
  });

  it('finds the heading below titles, skips blank rows and keeps the row numbers of the sheet', () => {
    const table = read(
      [
        '海淀区点位台账,,',
        '制表：2026年3月,,',
        '名称,经度,纬度',
        '东门,116.1,39.9',
        ',,',
        '西门,,',
      ].join('\r\n'),
    );
    expect(table.columns).toEqual(['名称', '经度', '纬度']);
    expect(table.rows.map((row) => row.number)).toEqual([4, 6]);
    expect(table.rows[1]?.cells).toEqual(['西门', null, null]);
  });

  it('names columns by letters when there is no heading, or a gap in it', () => {
    expect(read('1,116.1,39.9\n2,116.2,39.8').columns).toEqual(['A', 'B', 'C']);
    expect(read('名称,,纬度\n东门,116.1,39.9').columns).toEqual(['名称', 'B', '纬度']);
  });

  it('tells apart columns of the same name and drops empty ones', () => {
    const table = read('名称,电话,电话,,\n东门,1,2,,\n西门,3,4,,');
    expect(table.columns).toEqual(['名称', '电话', '电话 (2)']);
    expect(cells(table)[0]).toEqual(['东门', '1', '2']);
  });

  it('is not fooled by headings that name the prototype', () => {
    expect(read('名称,__proto__,constructor\n东门,1,2').columns).toEqual(['名称', 'B', 'C']);
  });

  it('keeps commas, quotes and line breaks inside quotes', () => {
    const table = read('名称,地址\n"东门","一层, ""甲"" 号\n二层"\n西门,无');
    expect(cells(table)[0]).toEqual(['东门', '一层, "甲" 号\n二层']);
    expect(table.rows.map((row) => row.number)).toEqual([2, 3]);
  });

  it('obeys a first line that names the delimiter', () => {
    const table = read('sep=;\n名称;地址\n东门;一,二,三\n西门;四,五,六');
    expect(cells(table)[0]).toEqual(['东门', '一,二,三']);
  });

  it('knows bytes of GBK that are UTF-8 by chance', () => {
    const road = [0xd1, 0xa7, 0xd4, 0xba, 0xc2, 0xb7];
    const bytes = Uint8Array.of(...new TextEncoder().encode('id,name\n1,'), ...road, 0x0a);
    const [table] = readCsv(bytes);
    expect(table?.rows.map(({ cells }) => [...cells])).toEqual([['1', '学院路']]);
    expect(table?.encoding).toEqual({ encoding: 'gb18030', from: 'bytes' });
    expect(readCsv(bytes, { encoding: 'utf-8' })[0]?.encoding?.encoding).toBe('utf-8');
  });

  it('says what is wrong in one sentence', () => {
    expect(keyOf(() => read('名称,地址\n东门,"一\n西门,二'))).toBe('format.csv.openQuote');
    const long = `名称,地址\n${'东门,一\n'.repeat(30)}西门,"二`;
    expect(keyOf(() => read(long))).toBe('format.csv.openQuote');
    expect(keyOf(() => read('名称,经度,纬度\n,,\n'))).toBe('format.csv.noRows');
    expect(keyOf(() => read(`${'a,'.repeat(600)}\n${'1,'.repeat(600)}`))).toBe(
      'format.tooManyColumns',
    );
    expect(keyOf(() => read(`名称,地址\n东门,${'长'.repeat(100_001)}`))).toBe(
      'format.csv.hugeCell',
    );
  });

  it('reads back what writeCsv wrote, formulas made harmless on the way', () => {
    const sign = fc.constantFrom(
      '名',
      '=',
      '+',
      '-',
      '@',
      ',',
      ';',
      '\t',
      '"',
      '|',
      ' ',
      '1',
      '\n',
    );
    const cell = fc.string({ unit: sign, maxLength: 8 }).map((text) => text.trim() || null);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (pairs) => {
        const rows = pairs.map(([one, two], index) => ({
          number: index + 2,
          cells: [`行${index}`, one, two],
          geometry: null,
          problem: null,
        }));
        const table = { layer: '', columns: ['名称', '地址', '备注'], rows };
        expect(readCsv(writeCsv([table]))).toMatchObject([table]);
      }),
    );
  });

  it('puts a quote before what a spreadsheet would run', () => {
    const row = { number: 2, cells: ['=1+2', '-5', '+86 10'], geometry: null, problem: null };
    const bytes = writeCsv([{ layer: '', columns: ['a', 'b', 'c'], rows: [row] }]);
    expect(new TextDecoder().decode(bytes)).toBe("a,b,c\r\n'=1+2,-5,'+86 10\r\n");
  });
});
