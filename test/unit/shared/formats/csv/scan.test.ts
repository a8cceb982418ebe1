import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseRows, readCsv } from '#shared/formats/csv/read.ts';
import { CellScanner } from '#shared/formats/csv/scan.ts';
import { findValue } from '#shared/formats/csv/find-value.ts';
import { cellStart } from '#shared/formats/csv/text-row.ts';
import { emptyPart, textOfPart } from '#shared/model/text-part.ts';
import { scanText, valueOf } from './text-scan.ts';

/** Cells of a text, its delimiter told by a first line. */
const rows = (text: string) => parseRows(`sep=,\n${text}`).slice(1);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const scan = (bytes: Uint8Array, delimiter = ',') =>
  new CellScanner(bytes, delimiter).scan(bytes.length);

/** Cells with what stands between their delimiters, and what they say. */
function cellsOf(scanner: CellScanner) {
  const part = emptyPart();
  return Array.from({ length: scanner.rowCount }, (_, row) => {
    const [raw, values]: [string[], (string | null)[]] = [[], []];
    for (let cell = scanner.firsts[row] ?? 0; cell < (scanner.firsts[row + 1] ?? 0); cell += 1) {
      const from = cellStart(scanner, row, cell);
      const to = scanner.ends[cell] as number;
      raw.push(textOfPart({ bytes: scanner.bytes, from, to }));
      values.push(findValue(scanner.bytes, from, to, part) ? textOfPart(part) : null);
    }
    return { raw, values };
  });
}

const cell = fc.stringMatching(/^[ab,"\n 京1]{0,6}$/);

/** Signs of every length, blanks of every kind, marks and line ends. */
const sign = fc.constantFrom(
  ...'ab1,,,,""""\n\n\n\r+-=@\' \t;；é京𠮷\u00a0\u3000\u2003\u1680\u2028\u205f\ufeff\u0085'.split(
    '',
  ),
  '\r\n',
  '""',
  '𠮷',
);
const text = fc.array(sign, { minLength: 1, maxLength: 60 }).map((signs) => signs.join(''));

describe('the cells of a text', () => {
  it('are those that were written, whatever signs they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (table) => {
        const written = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(rows(written)).toEqual(table);
      }),
    );
  });

  it('are those that Papa Parse finds, also where quotation marks are out of place', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab," 京\n]{1,30}$/), (written) => {
        const { data, errors } = Papa.parse<string[]>(written, { delimiter: ',', newline: '\n' });
        const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
        // It does not take blanks at the very end for the end of a quoted cell.
        fc.pre(!/" +$/.test(written));
        expect(scan(bytesOf(written)).openRow !== null).toBe(isOpen);
        if (!isOpen)
          expect(rows(written)).toEqual(data.slice(0, written.endsWith('\n') ? -1 : undefined));
      }),
    );
  });

  it.each([',', '\t', ';', '；', 'é', "'"])(
    'are those that walking along the string finds, parted by %j',
    (delimiter) => {
      fc.assert(
        fc.property(text, (written) => {
          const whole = written.toWellFormed();
          const bytes = bytesOf(whole);
          const scanner = scan(bytes, delimiter);
          const expected = scanText(whole, delimiter);
          expect(scanner.isUnreadable).toBe(false);
          expect(scanner.openRow).toBe(expected.openRow);
          const found = cellsOf(scanner);
          expect(found.map(({ raw }) => raw)).toEqual(expected.rows);
          // What stands behind a cell, where a sign is looked for that begins a formula, is no part of it.
          if (expected.openRow === null && delimiter !== "'") {
            expect(found.map(({ values }) => values)).toEqual(
              expected.rows.map((row) => row.map(valueOf)),
            );
          }
        }),
        { numRuns: 400 },
      );
    },
  );

  it('are the same when the text comes bit by bit', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(200), { maxLength: 6 }), (written, places) => {
        const bytes = bytesOf(written.toWellFormed());
        const whole = scan(bytes);
        const arriving = new Uint8Array(bytes.length);
        const scanner = new CellScanner(bytes, ',');
        Object.assign(scanner, { bytes: arriving });
        const seen: number[] = [];
        const stops = places.filter((place) => place < bytes.length).sort((a, b) => a - b);
        for (const known of [...stops, bytes.length]) {
          arriving.set(bytes.subarray(0, known));
          scanner.scan(known, (row) => seen.push(row));
        }
        expect(cellsOf(scanner)).toEqual(cellsOf(whole));
        expect([scanner.openRow, scanner.width]).toEqual([whole.openRow, whole.width]);
        expect(seen).toEqual(Array.from({ length: whole.rowCount }, (_, row) => row));
      }),
    );
  });

  it('can be read just where the platform can read the bytes', () => {
    const bytes = fc
      .array(
        fc.oneof(
          fc.constantFrom(0x2c, 0x22, 0x0a, 0x61, 0x2b),
          fc.constantFrom(0xc2, 0xe0, 0xe4, 0xed, 0xef, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0xbf),
          fc.constantFrom(0xc0, 0xc1, 0xf5, 0xff),
        ),
        { maxLength: 12 },
      )
      .map((list) => Uint8Array.from(list));
    const damaged = fc
      .tuple(text, fc.nat(), fc.nat(255))
      .map(([written, at, byte]) => {
        const some = bytesOf(written);
        some[at % some.length] = byte;
        return some;
      })
      .filter((some) => !some.includes(0));
    fc.assert(
      fc.property(fc.oneof(bytes, damaged), (some) => {
        const isText = (() => {
          try {
            new TextDecoder('utf-8', { fatal: true }).decode(some);
            return true;
          } catch {
            return false;
          }
        })();
        expect(scan(some).isUnreadable).toBe(!isText);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['\n', '\r\n', '\r'])('are parted by lines that end in %j', (end) => {
    const { rowCount, width } = scan(bytesOf(['a,b', 'c', '"d\n",e', ''].join(end)));
    expect([rowCount, width]).toEqual([3, 2]);
  });

  it('are parted by returns alone among other line ends, as spreadsheet programs have it', () => {
    expect(rows('名称,备注\n甲,1\r乙,2\n丙,"a\rb"\r丁,"4" \r\n戊,5\r')).toEqual([
      ['名称', '备注'],
      ['甲', '1'],
      ['乙', '2'],
      ['丙', 'a\rb'],
      ['丁', '4'],
      ['戊', '5'],
    ]);
    // A line feed that has not come yet makes no row of its own.
    const bytes = bytesOf('a,b\r\n"1",2\r\n');
    for (let known = 1; known < bytes.length; known += 1) {
      const scanner = new CellScanner(bytes, ',');
      expect(scanner.scan(known).scan(bytes.length).rowCount).toBe(2);
    }
  });

  it('are refused when one is too long, in the headings as well; not where only the first rows are looked at', () => {
    const long = '京'.repeat(100_001);
    expect(() => scan(bytesOf(`${long},b\n1,2`))).toThrow('format.csv.hugeCell');
    expect(() => scan(bytesOf(`a,b\n1,"${long}"`))).toThrow('format.csv.hugeCell');
    expect(() => scan(bytesOf(`${long.slice(1)},b\n1,2`))).not.toThrow();
    const bytes = bytesOf(`${long},b\n1,2`);
    expect(new CellScanner(bytes, '|', { mostRows: 60 }).scan(bytes.length).rowCount).toBe(2);
  });

  it('are looked at for what is wrong with them only when the text can be read', () => {
    const tooMany = bytesOf(`${','.repeat(600)}\n`);
    const none = new Uint8Array(400).fill(0xff);
    expect(() => readCsv(tooMany)).toThrow('format.tooManyColumns');
    expect(() => readCsv(Uint8Array.of(...tooMany, ...none))).toThrow('format.unknownEncoding');
    expect(() => readCsv(bytesOf('a,b\n"1\u00002'))).toThrow('format.notText');
  });
});
