import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseRows } from '#shared/formats/csv/read.ts';
import { scanText } from '#shared/formats/csv/scan.ts';

/** Cells of a text, its delimiter told by a first line. */
const rows = (text: string) => parseRows(`sep=,\n${text}`).slice(1);

const cell = fc.stringMatching(/^[ab,"\n 京1]{0,6}$/);

describe('the cells of a text', () => {
  it('are those that were written, whatever signs they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (table) => {
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(rows(text)).toEqual(table);
      }),
    );
  });

  it('are those that Papa Parse finds, also where quotation marks are out of place', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab," 京\n]{1,30}$/), (text) => {
        const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
        // It does not take blanks at the very end for the end of a quoted cell.
        fc.pre(!/" +$/.test(text));
        expect(scanText(text, ',').openRow !== null).toBe(isOpen);
        if (!isOpen)
          expect(rows(text)).toEqual(data.slice(0, text.endsWith('\n') ? -1 : undefined));
      }),
    );
  });

  it.each(['\n', '\r\n', '\r'])('are parted by lines that end in %j', (end) => {
    const { rowCount, width } = scanText(['a,b', 'c', '"d\n",e', ''].join(end), ',');
    expect([rowCount, width]).toEqual([3, 2]);
  });

  it('are refused when one is too long, in the headings as well; not where only the first rows are looked at', () => {
    const long = 'x'.repeat(100_001);
    expect(() => scanText(`${long},b\n1,2`, ',')).toThrow('format.csv.hugeCell');
    expect(() => scanText(`a,b\n1,"${long}"`, ',')).toThrow('format.csv.hugeCell');
    expect(scanText(`${long},b\n1,2`, '|', 60).rowCount).toBe(2);
  });
});
