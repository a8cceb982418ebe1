import { coordinateColumns } from '#shared/formats/mapping/coordinate-columns.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import { cellOf, rowWith, type Table, type TableRow } from '#shared/formats/table.ts';

/** A number whose decimals stand behind a comma, or that has none. */
const withComma = /^[-+]?\d{1,8}(?:,\d{1,15})?$/;

/**
 * A coordinate that nothing else could be meant by: more decimals than a group of thousands has
 * digits, or more digits before the comma than stand before one.
 */
const plainlyCoordinate = /^[-+]?(?:\d{1,3},\d{4,}|\d{4,8},\d+)$/;

/** What the cells of a pair of columns say together. */
interface Seen {
  filled: number;
  plain: number;
  /** Of each column, the least and the greatest value without its sign. */
  least: [number, number];
  greatest: [number, number];
}

/** The values of a pair of columns; null when one of their cells is no such number. */
function seenIn(rows: readonly TableRow[], pair: readonly [number, number]): Seen | null {
  const seen: Seen = { filled: 0, plain: 0, least: [Infinity, Infinity], greatest: [0, 0] };
  for (const row of rows) {
    for (const at of [0, 1] as const) {
      const cell = cellOf(row, pair[at]);
      if (cell === null) continue;
      if (typeof cell !== 'string' || !withComma.test(cell)) return null;
      seen.filled += 1;
      if (plainlyCoordinate.test(cell)) seen.plain += 1;
      const value = Math.abs(Number(cell.replace(',', '.')));
      // Many write 0 for a place that nobody knows.
      if (value > 0 && value < seen.least[at]) seen.least[at] = value;
      if (value > seen.greatest[at]) seen.greatest[at] = value;
    }
  }
  return seen;
}

/** Degrees in either order, or metres of a grid, whose eastings and northings have six to eight digits. */
function isOnEarth({ least, greatest }: Seen): boolean {
  const isDegrees = Math.max(...greatest) <= 180 && Math.min(...greatest) <= 90;
  return isDegrees || (Math.min(...least) >= 1e5 && Math.max(...greatest) < 1e8);
}

/** Whether a pair of columns holds coordinates so written; at least a quarter of the cells plainly. */
function hasDecimalCommas(rows: readonly TableRow[], pair: readonly [number, number]): boolean {
  const seen = seenIn(rows, pair);
  return seen !== null && seen.filled > 0 && 4 * seen.plain >= seen.filled && isOnEarth(seen);
}

/**
 * Columns of coordinates with decimal commas (`116,3975`), as spreadsheets of many countries write
 * them, with points instead; and a word about it. Only a pair of columns that are coordinates by their
 * headings and by all of their values: `1001,1002` elsewhere is a list, and one number alone, such as
 * `116,397`, could as well be a hundred and sixteen thousand.
 */
export function withDecimalPoints(table: Table): { table: Table; problems: Problem[] } {
  const found = coordinateColumns(table.columns)
    .filter((pair) => hasDecimalCommas(table.rows, pair))
    .flat()
    .sort((a, b) => a - b);
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
