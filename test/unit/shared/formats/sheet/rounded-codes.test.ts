import { describe, expect, it } from 'vitest';
import { readText } from '#test/unit/shared/formats/read-fixture.ts';

describe('codes in tables', () => {
  it('says which codes a spreadsheet has rounded', async () => {
    const rows = ['东门,1.10108E+11,+86', '西门,110108001001,a+b', '南门,1.1E+09,E+'];
    const [layer] = await readText('a.csv', ['名称,编码,备注', ...rows].join('\n'));
    const params = { column: '编码', count: 2, row: 2 };
    expect(layer?.problems).toEqual([{ key: 'codesRounded', params }]);
  });
});
