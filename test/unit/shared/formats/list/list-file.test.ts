import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listFile, listTable } from '#shared/formats/list/list-file.ts';

const tables = [
  listTable(
    '单位/失分',
    ['单位', '失分'],
    [
      ['环卫 <一所> & "二所"', 1.5],
      ['=1+1', null],
      ['坏\u0001字', -2],
    ],
  ),
  listTable('单位/失分', ['a'], []),
];

describe('a list as a workbook', () => {
  const files = Object.fromEntries(
    Object.entries(unzipSync(listFile(tables, 'xlsx'))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );

  it('has a sheet for each table, under names that programs take', () => {
    const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['单位 失分', '单位 失分_2']);
    expect(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(2);
    for (const n of [1, 2]) {
      expect(files['[Content_Types].xml']).toContain(`/xl/worksheets/sheet${n}.xml`);
      expect(files['xl/_rels/workbook.xml.rels']).toContain(`worksheets/sheet${n}.xml`);
    }
  });

  it('keeps numbers as numbers and texts as texts, never as formulas', () => {
    const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<c r="B2"><v>1.5</v></c>');
    expect(sheet).toContain('环卫 &lt;一所&gt; &amp; &quot;二所&quot;');
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
    expect(sheet).not.toContain('<f>');
    expect(sheet).not.toContain('r="B3"');
    expect(sheet).toContain('坏_x0001_字');
  });

  it('is the same whenever it is made', () => {
    expect(listFile(tables, 'xlsx')).toEqual(listFile(tables, 'xlsx'));
  });
});

it('names columns beyond Z', () => {
  const wide = listTable(
    '',
    Array.from({ length: 28 }, (_, i) => `c${i}`),
    [],
  );
  const sheet = strFromU8(unzipSync(listFile([wide], 'xlsx'))['xl/worksheets/sheet1.xml'] as never);
  expect(sheet).toContain('r="Z1"');
  expect(sheet).toContain('r="AB1"');
});

it('writes the same lists as text', () => {
  const text = new TextDecoder().decode(listFile(tables, 'csv'));
  expect(text.split('\r\n').slice(0, 2)).toEqual(['单位,失分', '"环卫 <一所> & ""二所""",1.5']);
});
