import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindOfFormat } from '#shared/formats/xlsx/number-formats.ts';
import { readFiles, refusal } from '#test/unit/shared/formats/read-fixture.ts';
import { cell, workbook } from './workbook.ts';

const formats =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; hh:mm"/><numFmt numFmtId="165" formatCode="000000"/></numFmts>';

describe('readXlsx', () => {
  it('finds the headings under merged titles and fills merged cells down', async () => {
    const rows = [
      `<row r="1">${cell('A1', '海淀区包点台账')}</row>`,
      `<row r="2">${cell('A2', '街道')}<c r="B2" t="s"><v>0</v></c>${cell('C2', '点长')}${cell('E2', '网格员')}</row>`,
      `<row r="3">${cell('C3', '姓名')}${cell('D3', '电话')}${cell('E3', '姓名')}${cell('F3', '电话')}</row>`,
      `<row r="4">${cell('A4', '中关村街道')}<c r="B4" t="s"><v>1</v></c>${cell('C4', '王一')}<c r="D4"><v>13800000001</v></c>${cell('E4', '李二')}</row>`,
      `<row r="6">${cell('B6', '西门')}${cell('C6', '赵三')}</row>`,
    ].join('');
    const merges =
      '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/><mergeCell ref="E2:F2"/><mergeCell ref="A4:A6"/></mergeCells>';
    const [layer] = await readFiles([workbook(rows, merges)]);
    expect(layer?.columns).toEqual([
      '街道',
      '点位名称',
      '点长 姓名',
      '点长 电话',
      '网格员 姓名',
      '网格员 电话',
    ]);
    expect(layer?.rows.map(({ number, cells }) => [number, ...cells.slice(0, 4)])).toEqual([
      [4, '中关村街道', '东门', '王一', 13_800_000_001],
      [5, '中关村街道', null, null, null],
      [6, '中关村街道', '西门', '赵三', null],
    ]);
  });

  it('reads days, times and codes with zeros as the sheet shows them', async () => {
    const rows = [
      `<row r="1">${cell('A1', '名称')}${cell('B1', '开始日期')}${cell('C1', '发现时间')}${cell('D1', '编码')}${cell('E1', '电话')}</row>`,
      `<row r="2">${cell('A2', '东门')}<c r="B2" s="1"><v>46100</v></c><c r="C2" s="2"><v>46100.5</v></c><c r="D2" s="3"><v>42</v></c>${cell('E2', '010-1')}</row>`,
      `<row r="3">${cell('A3', '=1+1')}<c r="B3" t="e"><v>#N/A</v></c><c r="C3"><f>1+1</f><v>2</v></c><c r="D3" t="b"><v>1</v></c></row>`,
    ].join('');
    const [layer] = await readFiles([workbook(rows, '', formats)]);
    expect(layer?.rows.map(({ cells }) => cells)).toEqual([
      ['东门', '2026-03-19', '2026-03-19 12:00:00', '000042', '010-1'],
      ['=1+1', null, 2, true, null],
    ]);
    expect(layer?.problems).toEqual([{ key: 'cellErrors', params: { count: 1 } }]);
  });

  it('tells of formulas whose results nobody has reckoned, but not of empty texts', async () => {
    const rows = [
      `<row r="1">${cell('A1', '名称')}${cell('B1', '数量')}</row>`,
      `<row r="2">${cell('A2', '东门')}<c r="B2"><f>SUM(1,2)</f><v></v></c></row>`,
      `<row r="3">${cell('A3', '西门')}<c r="B3" t="str"><f>IF(1,"","")</f><v></v></c></row>`,
      `<row r="4">${cell('A4', '南门')}<c r="B4"><f>1+1</f><v>2</v></c></row>`,
    ].join('');
    const [layer] = await readFiles([workbook(rows)]);
    expect(layer?.rows.map(({ cells }) => cells[1])).toEqual([null, null, 2]);
    expect(layer?.problems).toEqual([{ key: 'formulasEmpty', params: { count: 1 } }]);
  });

  it('finds the parts of a workbook by what refers to them, not by their names', async () => {
    const rows = `<row r="1">${cell('A1', '名称')}${cell('B1', '电话')}</row><row r="2"><c r="A2" t="s"><v>1</v></c>${cell('B2', '1')}</row>`;
    const parts = unzipSync(workbook(rows).bytes);
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relation = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
    const text = (content: string) => new TextEncoder().encode(content);
    const moved = {
      '[Content_Types].xml': text('<Types/>'),
      '_rels\\.rels': text(
        `<Relationships>${relation('r1', 'officeDocument', '/xl/book22.xml')}</Relationships>`,
      ),
      'xl\\book22.xml': parts['xl/workbook.xml'] as Uint8Array,
      'xl\\_rels\\book22.xml.rels': text(
        `<Relationships>${relation('rId1', 'worksheet', './tables/one.xml')}${relation('rId2', 'sharedStrings', 'texts.xml')}</Relationships>`,
      ),
      'xl\\texts.xml': parts['xl/sharedStrings.xml'] as Uint8Array,
      'xl\\tables\\one.xml': parts['xl/worksheets/sheet1.xml'] as Uint8Array,
    };
    const [layer] = await readFiles([{ name: 'a.xlsx', bytes: zipSync(moved) }]);
    expect(layer?.columns).toEqual(['名称', '电话']);
    expect(layer?.rows[0]?.cells).toEqual(['东门', '1']);
  });

  it('counts the first days of 1900 as spreadsheets do, with a leap day that never was', async () => {
    const days = [1, 59, 61].map(
      (day, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"><v>${day}</v></c></row>`,
    );
    const rows = `<row r="1">${cell('A1', '开始日期')}</row>${days.join('')}`;
    const [layer] = await readFiles([workbook(rows, '', formats)]);
    expect(layer?.rows.map(({ cells }) => cells[0])).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
  });

  it('gives codes back the zeros that a spreadsheet took', async () => {
    const rows = [
      `<row r="1">${cell('A1', '名称')}${cell('B1', '编号')}</row>`,
      `<row r="2">${cell('A2', '东门')}${cell('B2', '007')}</row>`,
      `<row r="3">${cell('A3', '西门')}<c r="B3"><v>8</v></c></row>`,
    ].join('');
    const [layer] = await readFiles([workbook(rows)]);
    expect(layer?.rows.map(({ cells }) => cells[1])).toEqual(['007', '008']);
    const params = { column: '编号', count: 1, width: 3 };
    expect(layer?.problems).toEqual([{ key: 'zerosRestored', params }]);
  });

  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0', 'number'],
    ['yyyy-mm-dd', 'day'],
    ['m/d/yy h:mm', 'moment'],
    ['[h]:mm:ss', 'time'],
    ['[$-804]yyyy"年"m"月"', 'day'],
    ['[Red]0.0', 'number'],
    ['00000', { zeros: 5 }],
    ['"day" 0', 'number'],
  ])('takes the format %s for %j', (code, kind) => expect(kindOfFormat(code)).toEqual(kind));

  it('takes WKT and pairs of coordinates in one cell for places', async () => {
    const sheet = (text: string) =>
      workbook(
        `<row r="1">${cell('A1', '名称')}${cell('B1', '坐标')}</row><row r="2">${cell('A2', '东门')}${cell('B2', text)}</row>`,
      );
    const [pair] = await readFiles([sheet('116.30123，39.90456')]);
    expect(pair?.columns).toEqual(['名称']);
    expect(pair?.rows[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: [116.30123, 39.90456],
    });
    const [wkt] = await readFiles([sheet('LINESTRING (1 2, 3 4)')]);
    expect(wkt?.rows[0]?.geometry?.type).toBe('LineString');
    const [wkb] = await readFiles([sheet('0101000000000000000000F03F0000000000000040')]);
    expect(wkb?.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
  });

  it('says what is wrong in one sentence', async () => {
    const far = workbook(`<row r="1"><c r="ZZ1"><v>1</v></c></row>`);
    expect((await refusal(() => readFiles([far]))).key).toBe('format.tooManyColumns');
    const deep = workbook(`<row r="9999999"><c><v>1</v></c></row>`);
    expect((await refusal(() => readFiles([deep]))).key).toBe('format.xlsx.tooManyRows');
    const broken = workbook('<row><c></row>');
    expect((await refusal(() => readFiles([broken]))).key).toBe('format.xml.at');
    expect((await refusal(() => readFiles([workbook('')]))).key).toBe('format.csv.noRows');
  });
});
