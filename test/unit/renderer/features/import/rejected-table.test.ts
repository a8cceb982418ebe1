import { describe, expect, it } from 'vitest';
import { rejectedTables } from '#renderer/features/import/rejected-table.ts';
import { readXlsx } from '#shared/formats/xlsx/read.ts';
import { workbookBytes } from '#shared/formats/xlsx/write.ts';

describe('rejectedTables', () => {
  const common = { layer: '', reason: 'noName', params: {}, geometry: null };
  const rows = [
    { ...common, file: 'a.csv', row: 5, columns: ['名称', '经度'], cells: ['甲', 'x'] },
    { ...common, file: 'b.csv', row: 9, columns: ['经度', '原因'], cells: ['1', '旧'] },
    { ...common, file: 'a.csv', row: 7, columns: ['名称', '经度'], cells: ['=1+1', null] },
  ];

  it('gives each file its own sheet, in its own columns, with the reason last', () => {
    const tables = rejectedTables(rows, '原因', (row) => `${row.reason}!`);
    expect(tables.map(({ layer, columns }) => [layer, columns])).toEqual([
      ['a', ['名称', '经度', '原因']],
      ['b', ['经度', '原因']],
    ]);
    expect(tables.map((table) => table.rows.map(({ cells }) => cells))).toEqual([
      [
        ['甲', 'x', 'noName!'],
        ['=1+1', null, 'noName!'],
      ],
      [['1', 'noName!']],
    ]);
  });

  it('comes back from a workbook as it was, formulas as texts', async () => {
    const bytes = workbookBytes(rejectedTables(rows, '原因', () => '缺'));
    const layers = await readXlsx({ name: 'r.xlsx', bytes, parts: new Map() });
    expect(layers[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['甲', 'x', '缺'],
      ['=1+1', null, '缺'],
    ]);
  });
});
