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
function hasClearHeadings({ columns, rows }: Table, asText: boolean): boolean {
  const read = (cell: CellValue) => (asText && cell !== null ? String(cell) : cell);
  const first = rows.slice(0, searchedRows - 1);
  const top = [columns, ...first.map(({ cells }) => cells.map(read))];
  return rows.length === 0 || findHeadingRow(top) === 0;
}

/** What tables lose as sheets, positions in their columns already; a format may know no values but texts. */
export function sheetLosses(
  sheets: readonly Table[],
  { unheld, asText }: { unheld: Unheld; asText: boolean },
): Loss[] {
  const empty = sheets.reduce((sum, sheet) => sum + emptyRows(sheet), 0);
  const unclear = sheets.filter((sheet) => !hasClearHeadings(sheet, asText)).length;
  return [
    ...renamedColumns(sheets, (columns) => {
      const held = columns.map((column) => heldText(column, unheld));
      return nameColumns(held, held.length);
    }),
    ...(empty > 0 ? [{ key: 'rowsEmpty', params: { count: empty } }] : []),
    ...(unclear > 0 ? [{ key: 'headingsUnclear', params: { count: unclear } }] : []),
  ];
}
