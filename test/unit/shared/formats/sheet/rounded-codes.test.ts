import { describe, expect, it } from 'vitest';
import { readFiles, readText } from '#test/unit/shared/formats/read-fixture.ts';
import { cell, workbook } from '#test/unit/shared/formats/xlsx/workbook.ts';

describe('codes in tables', () => {
  it('says which codes a spreadsheet has rounded', async () => {
    const rows = ['东门,1.10108E+11,+86', '西门,110108001001,a+b', '南门,1.1E+09,E+'];
    const [layer] = await readText('a.csv', ['名称,编码,备注', ...rows].join('\n'));
    const params = { column: '编码', count: 2, row: 2 };
    expect(layer?.problems).toEqual([{ key: 'codesRounded', params }]);
  });

  it('says which numbers of a workbook are codes of more digits than it keeps', async () => {
    const heading = `<row r="1">${cell('A1', '姓名')}${cell('B1', '身份证号')}</row>`;
    const row = (at: number, number: string) =>
      `<row r="${at}">${cell(`A${at}`, '张三')}<c r="B${at}"><v>${number}</v></c></row>`;
    const [layer] = await readFiles([
      workbook(heading + row(2, '999999999999999') + row(3, '1.10101199003078E+17')),
    ]);
    const params = { column: '身份证号', count: 1, row: 3 };
    expect(layer?.problems).toEqual([{ key: 'codesRounded', params }]);
  });
});
