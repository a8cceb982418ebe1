import Papa from 'papaparse';
import type { CellValue, Table } from '#shared/formats/table.ts';

/** Text that a spreadsheet program would run as a formula gets a quote in front (CWE-1236). */
function harmless(cell: CellValue): CellValue {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell))
    ? `'${cell}`
    : cell;
}

/** CSV with a byte order mark, without which Excel reads Chinese wrongly; geometries are left out. */
export function writeCsv(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const text = tables
    .map((table) =>
      Papa.unparse(
        {
          fields: table.columns,
          data: table.rows.map((row) => row.cells.map((cell) => harmless(cell) ?? '')),
        },
        { newline: '\r\n' },
      ),
    )
    .join('\r\n\r\n');
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}
