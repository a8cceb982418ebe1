import type { FormatError } from '#shared/formats/format-error.ts';
import { checkColumns, limits, Meter } from '#shared/formats/limits.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import type { CellValue, Table, TableRow } from '#shared/formats/table.ts';
import { nameColumns } from './column-names.ts';
import { withoutFormulaQuote } from './formula-quote.ts';
import { findHeadingRow } from './heading-row.ts';
import { fillDown, fullHeadings, type Merge } from './merges.ts';
import { roundedCodes } from './rounded-codes.ts';
import { takePlaces } from './take-places.ts';

/** Where in a sheet a cell is too long; thrown as an error of its own format. */
type HugeCell = (row: number) => FormatError;

/** Signs up to the blank, and the wide blanks that Chinese texts have, may stand at an end. */
const isBlankCode = (code: number) => code <= 0x20 || code === 0xa0 || code >= 0x2000;

/** Without blanks at the ends and without the quote that our own writer puts before a formula. */
function cleanCell(cell: CellValue | undefined): CellValue {
  if (typeof cell !== 'string') return cell ?? null;
  if (cell === '') return null;
  // Most cells need nothing: there are millions of them.
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  if (first !== 0x27 && !isBlankCode(first) && !isBlankCode(last)) return cell;
  return withoutFormulaQuote(cell.trim()).trim() || null;
}

/** Cleans the cells of a row where they are, up to a width. Whether any holds something. */
function cleanRow(cells: CellValue[], width: number): boolean {
  let filled = false;
  for (let column = 0; column < width; column++) {
    const cell = cleanCell(cells[column]);
    cells[column] = cell;
    if (cell !== null) filled = true;
  }
  return filled;
}

const isHuge = (cell: CellValue) => typeof cell === 'string' && cell.length > limits.cellLength;

/** Columns that have a heading or a value; spreadsheets leave others at their edge. */
function usedColumns(
  headings: readonly string[],
  rows: readonly TableRow[],
  width: number,
): number[] {
  const used = new Set<number>();
  headings.forEach((heading, index) => heading.trim() !== '' && used.add(index));
  for (const { cells } of rows) {
    if (used.size === width) break;
    cells.forEach((cell, index) => cell !== null && used.add(index));
  }
  return [...used].sort((a, b) => a - b);
}

function withColumns(table: Table, kept: readonly number[]): Table {
  if (kept.length === table.columns.length) return table;
  return {
    ...table,
    columns: kept.map((index) => table.columns[index] as string),
    rows: table.rows.map((row) => ({
      ...row,
      cells: kept.map((index) => row.cells[index] ?? null),
    })),
  };
}

export interface SheetRows {
  /** One list of cells a row, from the top of the sheet, blank rows included. */
  rows: CellValue[][];
  merges?: readonly Merge[];
  /** Row that names the columns, -1 for none; looked for where it is left out. */
  heading?: number;
  hugeCell: HugeCell;
}

/**
 * The table of a sheet as offices keep it: merged cells filled down, the heading row found under
 * titles, blank rows and columns left away, geometries taken from columns of WKT, WKB or "116.3, 39.9".
 * Rows keep the number that a spreadsheet program shows for them, and the lists of cells they came
 * in. Null when there is no row of data.
 * @throws FormatError when it has too many columns or rows, or a cell is too long
 */
export function tableOfRows(
  layer: string,
  { rows: data, merges = [], heading: given, hugeCell }: SheetRows,
): (Table & Pick<SourceLayer, 'crs' | 'problems'>) | null {
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  checkColumns(width);
  new Meter().rows(data.length, width);
  fillDown(data, merges);
  const heading = given ?? findHeadingRow(data);
  const headings = fullHeadings(data, heading, merges);
  const columns = nameColumns(headings, width);
  const rows: TableRow[] = [];
  for (let index = heading + 1; index < data.length; index += 1) {
    const cells = data[index] as CellValue[];
    if (!cleanRow(cells, width)) continue;
    if (cells.some(isHuge)) throw hugeCell(index + 1);
    rows.push({ number: index + 1, cells, geometry: null, problem: null });
  }
  if (rows.length === 0) return null;
  const table = withColumns({ layer, columns, rows }, usedColumns(headings, rows, width));
  const places = takePlaces(table);
  const problems = [...roundedCodes(table), ...places.problems];
  return { ...places.table, crs: places.crs, problems };
}
