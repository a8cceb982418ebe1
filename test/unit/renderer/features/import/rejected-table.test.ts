import { describe, expect, it } from 'vitest';
import { rejectedTable } from '#renderer/features/import/rejected-table.ts';
import { readCsv } from '#shared/formats/csv/read.ts';
import { writeCsv } from '#shared/formats/csv/write.ts';

describe('rejectedTable', () => {
  it('sets file, row and reason before the cells, each under its own heading', () => {
    const common = { layer: '', reason: 'noName', params: {} };
    const table = rejectedTable(
      [
        { ...common, file: 'a.csv', row: 5, columns: ['名称', '经度'], cells: ['甲', 'x'] },
        { ...common, file: 'b.csv', row: 9, columns: ['经度', '纬度'], cells: ['1', '2'] },
      ],
      { file: '文件', row: '行号', reason: '原因' },
      (row) => `${row.reason}!`,
    );
    expect(table.columns).toEqual(['文件', '行号', '原因', '名称', '经度', '纬度']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['a.csv', 5, 'noName!', '甲', 'x', null],
      ['b.csv', 9, 'noName!', null, '1', '2'],
    ]);
    const [again] = readCsv(writeCsv([table]));
    expect(again?.columns).toEqual(table.columns);
  });
});
