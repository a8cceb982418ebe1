import { describe, expect, it } from 'vitest';
import { readFiles, readText, refusal } from '../read-fixture.ts';

describe('files that are not read say what they are and what to do', () => {
  it.each([
    [
      '台账.xls',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>名称',
      'format.isHtmlTable',
    ],
    ['index.html', '<!DOCTYPE html><html><body>登录', 'format.isHtml'],
    [
      '台账.xls',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      'format.isXmlTable',
    ],
    [
      'a.gpx',
      '<?xml version="1.0"?><gpx version="1.1"><wpt lat="1" lon="2"/></gpx>',
      'format.isGpx',
    ],
    ['a.tab', '!table\n!version 300\n!charset WindowsSimpChinese\n', 'format.isMapInfo'],
    ['a.mif', 'Version 300\nCharset "WindowsSimpChinese"\nColumns 1\n', 'format.isMapInfo'],
  ])('%s', async (name, text, key) => {
    expect((await refusal(() => readText(name, text))).key).toBe(key);
  });

  it('a shapefile whose first record is damaged, at its byte', async () => {
    const bytes = new Uint8Array(200);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, 9994);
    view.setInt32(28, 1000, true);
    view.setInt32(100, 1);
    view.setInt32(104, 0x7fffffff);
    const { key, params } = await refusal(() => readFiles([{ name: 'a.shp', bytes }]));
    expect([key, params['byte']]).toEqual(['format.shp.cut', 100]);
  });
});
