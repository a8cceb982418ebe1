import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindOfFormat } from '#shared/formats/xlsx/number-formats.ts';
import { readFiles, readText } from './read-fixture.ts';
import { cell, workbook } from './xlsx/workbook.ts';

/**
 * Texts that a pattern could look through again from each of their signs: reading these would then take hours,
 * not seconds, and the test would not come to its end.
 */
describe('long texts made to be looked through again and again', () => {
  const blanks = ' '.repeat(2_000_000);

  it('end in KML between its coordinates', async () => {
    const [layer] = await readText(
      'a.kml',
      `<kml><Placemark><LineString><coordinates>1, 2${blanks}3,4${blanks}</coordinates></LineString></Placemark></kml>`,
    );
    expect(layer?.rows[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
  });

  it('end in cells that may hold a place, a time or a number', async () => {
    const long = ' '.repeat(90_000);
    const row = `"116.300${long}x","2026-03-05${long}x","13${long}x"`;
    const [layer] = await readText('a.csv', `名称,时间,电话\n${`${row}\n`.repeat(50)}`);
    expect(layer?.rows).toHaveLength(50);
  });

  it('end in headings, and in names of attributes', async () => {
    const name = '('.repeat(99_000);
    const [csv] = await readText('a.csv', `${`${name},`.repeat(60)}名称\n${'1,'.repeat(60)}2\n`);
    expect(csv?.rows.at(-1)?.number).toBe(2);
    const feature = { type: 'Feature', properties: { ['('.repeat(2_000_000)]: 1 }, geometry: null };
    const [json] = await readText('a.geojson', JSON.stringify(feature));
    expect(json?.rows[0]?.cells).toEqual([1]);
  });

  it('end in formats of numbers', async () => {
    expect(kindOfFormat(`${'['.repeat(3_000_000)}yyyy`)).toBe('number');
    const rows = `<row r="1">${cell('A1', '名称')}${cell('B1', '电话')}</row><row r="2">${cell('A2', '东门')}<c r="B2" s="2"><v>1</v></c></row>`;
    const book = workbook(rows, '', '<numFmts><numFmt numFmtId="164" formatCode="@"/></numFmts>');
    const parts = unzipSync(book.bytes);
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
    parts['xl/styles.xml'] = strToU8(styles.replace('"@"', `"${'[&quot;'.repeat(500_000)}"`));
    const [layer] = await readFiles([{ name: 'a.xlsx', bytes: zipSync(parts) }]);
    expect(layer?.rows[0]?.cells).toEqual(['东门', 1]);
  });

  it('end at the beginning of what may be a drawing', async () => {
    const [layer] = await readText('a.csv', `999${'\n'.repeat(60_000)}a,b\n1,2\n`);
    expect(layer?.rows.length).toBeGreaterThan(0);
    const drawing =
      '999\r\n made by\r\n999\r\n\r\n  0\r\nSECTION\r\n2\r\nENTITIES\r\n0\r\nPOINT\r\n10\r\n1\r\n20\r\n2\r\n0\r\nENDSEC\r\n0\r\nEOF\r\n';
    const [points] = await readText('a.txt', drawing);
    expect(points?.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
  });
});
