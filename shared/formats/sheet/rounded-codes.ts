import type { Problem } from '#shared/formats/source/problem.ts';
import type { Table } from '#shared/formats/table.ts';

/** 1.10108E+11, as spreadsheets write long codes into CSV: the last digits are lost. */
const rounded = /^\d(\.\d{1,6})?E\+(0?9|1\d)$/i;

/** Columns whose long codes a spreadsheet has rounded; what is lost cannot be had back. */
export function roundedCodes(table: Table): Problem[] {
  return table.columns.flatMap((column, index) => {
    let count = 0;
    let row = 0;
    for (const { cells, number } of table.rows) {
      const cell = cells[index];
      if (typeof cell !== 'string' || !rounded.test(cell)) continue;
      if (count === 0) row = number;
      count += 1;
    }
    return count === 0 ? [] : [{ key: 'codesRounded', params: { column, count, row } }];
  });
}
