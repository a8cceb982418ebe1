import type { CellValue, Table } from '#shared/formats/table.ts';
import { renamedColumns } from '#shared/formats/write/distinct-names.ts';
import { heldText, type Unheld } from '#shared/formats/write/held-texts.ts';
import type { Loss } from '#shared/formats/write/writer.ts';
import { nameColumns } from './column-names.ts';
import { findHeadingRow, searchedRows } from './heading-row.ts';

const isEmpty = (cell: CellValue) => cell === null || cell === '';

/** Rows of a sheet in which nothing stands, which readers take for gaps. */
function emptyRows({ rows }: Table): number {
  return rows.filter(({ cells }) => cells.every(isEmpty)).length;
}

/** Whether the row of headings is taken for one when the sheet is read again. */
function hasClearHeadings({ columns, rows }: Table): boolean {
  const top = [columns, ...rows.slice(0, searchedRows - 1).map(({ cells }) => cells)];
  return rows.length === 0 || findHeadingRow(top) === 0;
}

/** What a table loses as a sheet, positions in its columns already. */
export function sheetLosses(sheets: readonly Table[], unheld: Unheld): Loss[] {
  const empty = sheets.reduce((sum, sheet) => sum + emptyRows(sheet), 0);
  const unclear = sheets.filter((sheet) => !hasClearHeadings(sheet)).length;
  return [
    ...renamedColumns(sheets, (columns) => {
      const held = columns.map((column) => heldText(column, unheld));
      return nameColumns(held, held.length);
    }),
    ...(empty > 0 ? [{ key: 'rowsEmpty', params: { count: empty } }] : []),
    ...(unclear > 0 ? [{ key: 'headingsUnclear', params: { count: unclear } }] : []),
  ];
}
