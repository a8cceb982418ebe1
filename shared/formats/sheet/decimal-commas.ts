import type { Problem } from '#shared/formats/source/problem.ts';
import { cellOf, rowWith, type Table, type TableRow } from '#shared/formats/table.ts';

/** A number whose decimals stand behind a comma, or that has none. */
const withComma = /^[-+]?\d{1,8}(?:,\d{1,15})?$/;

/**
 * A coordinate that nothing else could be meant by: more decimals than a group of thousands has
 * digits, or more digits before the comma than stand before one.
 */
const plainlyCoordinate = /^[-+]?(?:\d{1,3},\d{4,}|\d{4,8},\d+)$/;

/** Filled cells looked at first: by them most columns are told to be something else. */
const sampleCells = 20;
/** Rows that they are looked for in: a column may be empty for a million. */
const sampleRows = 2000;

/** Whether all cells of a column are such numbers, and at least a quarter of them plainly coordinates. */
function hasDecimalCommas(rows: readonly TableRow[], column: number, most: number): boolean {
  let filled = 0;
  let plain = 0;
  for (const row of rows) {
    const cell = cellOf(row, column);
    if (cell === null) continue;
    if (typeof cell !== 'string' || !withComma.test(cell)) return false;
    filled += 1;
    if (plainlyCoordinate.test(cell)) plain += 1;
    if (filled === most) break;
  }
  return filled > 0 && 4 * plain >= filled;
}

/**
 * Columns of coordinates with decimal commas (`116,3975`), as spreadsheets of many countries write
 * them, with points instead; and a word about it. Only where a whole column is written so: one number
 * alone, such as `116,397`, could as well be a hundred and sixteen thousand.
 */
export function withDecimalPoints(table: Table): { table: Table; problems: Problem[] } {
  const sample = table.rows.slice(0, sampleRows);
  const found = table.columns
    .map((_, column) => column)
    .filter(
      (column) =>
        hasDecimalCommas(sample, column, sampleCells) &&
        hasDecimalCommas(table.rows, column, Infinity),
    );
  if (found.length === 0) return { table, problems: [] };
  const columns = new Set(found);
  const rows = table.rows.map((row) =>
    rowWith(row, {
      cells: table.columns.map((_, column) => {
        const cell = cellOf(row, column);
        return columns.has(column) && typeof cell === 'string' ? cell.replace(',', '.') : cell;
      }),
    }),
  );
  const names = found.map((column) => table.columns[column]).join('、');
  return {
    table: { ...table, rows },
    problems: [{ key: 'decimalCommas', params: { count: found.length, names } }],
  };
}
