import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LowerPartScan } from '#shared/formats/csv/lower-part.ts';
import { ScannedTable } from '#shared/formats/csv/scanned-table.ts';

const lineFeed = 10;

/** Cells that may hold delimiters, line ends, marks, rounded codes, or nothing. */
const cell = fc.oneof(
  { weight: 60, arbitrary: fc.stringMatching(/^[ab1京]{0,4}$/) },
  {
    weight: 20,
    arbitrary: fc.constantFrom('', ' ', '"甲, 乙"', '"一\n二"', '"一\n\n""二"""', '1.1E+11', '+86'),
  },
  { weight: 1, arbitrary: fc.constantFrom('"', '"a" b') },
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));
const end = fc.constantFrom('\n', '\r\n', '\n\n', '\r');

/** More rows than headings are looked for in, so that some of them may lie below. */
const text = fc
  .tuple(fc.array(fc.tuple(row, end), { minLength: 24, maxLength: 40 }), fc.constantFrom('', 'x'))
  .map(([rows, last]) => rows.flat().join('') + last);

const tableOf = (bytes: Uint8Array) =>
  new ScannedTable({ bytes, encoding: 'utf-8', from: 'bytes', garbled: 0 });

/** All that is known of a table, in one text; or the name of what is wrong with it. */
function known(table: ScannedTable): string {
  try {
    table.finish();
  } catch (error) {
    return String(error);
  }
  const { look, headings, scanner } = table;
  const columns = [...look.columns].sort((a, b) => a - b);
  look.keep(columns);
  const rows = look.rows.map(({ number, cells }) => [number, cells]);
  const { rowCount, width, openRow } = scanner;
  const rounded = [...look.rounded.found];
  return JSON.stringify([headings, columns, rows, rounded, rowCount, width, openRow]);
}

describe('a table of which another scans the lower part', () => {
  it('is the same as one that is scanned as a whole, wherever it is divided', () => {
    let joined = 0;
    fc.assert(
      fc.property(text, fc.double({ min: 0.4, max: 1, noNaN: true }), (written, share) => {
        const bytes = new TextEncoder().encode(written);
        const next = bytes.indexOf(lineFeed, Math.floor(share * bytes.length));
        fc.pre(next >= 0);
        const from = next + 1;

        const upper = tableOf(bytes);
        upper.scanner.until = from;
        upper.scan(bytes.length);
        const { delimiter } = upper;
        const lowerBytes = new Uint8Array(bytes.length);
        lowerBytes.set(bytes.subarray(from), from);
        const lower = new LowerPartScan({ bytes: lowerBytes, delimiter, from });
        lower.scan(bytes.length);
        const found = structuredClone(lower.found());
        upper.scanner.until = Infinity;
        if (found && upper.join(found)) joined += 1;

        expect(known(upper)).toBe(known(tableOf(bytes)));
      }),
      { numRuns: 500 },
    );
    expect(joined).toBeGreaterThan(100);
  });

  it('takes nothing over where a row of its own reaches over the place', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `${index},b`);
    const bytes = new TextEncoder().encode(`a,b\n${lines.join('\n')}\n"x\ny",2\n3,4\n`);
    const from = bytes.length - 'y",2\n3,4\n'.length;
    const table = tableOf(bytes);
    table.scanner.until = from;
    table.scan(bytes.length);
    const lower = new LowerPartScan({ bytes, delimiter: ',', from });
    lower.scan(bytes.length);
    const found = lower.found();
    expect(found?.rows.rowCount).toBe(2);
    expect(found && table.join(found)).toBe(false);
  });

  it('cannot be read by itself where its bytes are no UTF-8', () => {
    const bytes = Uint8Array.of(0x61, lineFeed, 0xb6, 0xab, lineFeed);
    const lower = new LowerPartScan({ bytes, delimiter: ',', from: 2 });
    lower.scan(bytes.length);
    expect(lower.found()).toBeNull();
  });
});
