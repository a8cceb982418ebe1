import type { Problem } from '#shared/formats/source/problem.ts';
import type { Table } from '#shared/formats/table.ts';

/** 1.10108E+11, as spreadsheets write long codes into CSV: the last digits are lost. */
const rounded = /^\d(?:\.\d{1,6})?E\+(?:0?9|1\d)$/i;
const plus = 0x2b;

/** Whether a cell may be a rounded code, told without looking at more than two of its signs. */
function mayBeRounded(cell: string): boolean {
  const end = cell.length;
  if (end < 4 || end > 13) return false;
  return cell.charCodeAt(end - 3) === plus || cell.charCodeAt(end - 2) === plus;
}

/** Columns whose long codes a spreadsheet has rounded; what is lost cannot be had back. */
export function roundedCodes(table: Table): Problem[] {
  const found = new Map<number, { count: number; row: number }>();
  for (const { cells, number } of table.rows) {
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (typeof cell !== 'string' || !mayBeRounded(cell) || !rounded.test(cell)) continue;
      const tally = found.get(column);
      if (tally) tally.count += 1;
      else found.set(column, { count: 1, row: number });
    }
  }
  return [...found].map(([column, tally]) => ({
    key: 'codesRounded',
    params: { column: table.columns[column] ?? '', ...tally },
  }));
}
