import Papa from 'papaparse';
import { withFormulaQuote } from '#shared/formats/sheet/formula-quote.ts';
import type { CellValue, Table } from '#shared/formats/table.ts';
import { heldText } from '#shared/formats/write/held-texts.ts';

const harmless = (cell: CellValue) => (typeof cell === 'string' ? withFormulaQuote(cell) : cell);

/** CSV with a byte order mark, without which Excel reads Chinese wrongly; geometries are left out. */
export function writeCsv(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const text = tables
    .map((table) =>
      Papa.unparse(
        {
          fields: table.columns.map((column) => withFormulaQuote(heldText(column, 'controls'))),
          data: table.rows.map((row) => row.cells.map((cell) => harmless(cell) ?? '')),
        },
        { newline: '\r\n' },
      ),
    )
    .join('\r\n\r\n');
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}
