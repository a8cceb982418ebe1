import Papa from 'papaparse';
import { FormatError } from '#shared/formats/format-error.ts';
import { isSafeKey, type Table, type TableRow } from '#shared/formats/table.ts';
import { decodeText } from '#shared/formats/text/decode-text.ts';
import { findDelimiter } from './delimiter.ts';
import { findHeadingRow } from './heading-row.ts';

const columnLimit = 500;
const cellLimit = 100_000;

/** Letters by which a spreadsheet calls its column `index`: A, B … Z, AA … */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Headings made unique, unnamed columns named by their letters. */
function nameColumns(headings: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const heading = (headings[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
    const base = isSafeKey(heading) ? heading : columnLetters(index);
    let name = base;
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`;
    taken.add(name);
    return name;
  });
}

/** A first line such as `sep=;`, by which spreadsheet programs name the delimiter. */
function namedDelimiter(text: string): string | null {
  return /^sep=(.)\r?\n/i.exec(text)?.[1] ?? null;
}

/**
 * The cells of a text, its delimiter found by evidence or named in its first line.
 * @throws FormatError
 */
export function parseRows(text: string): string[][] {
  const named = namedDelimiter(text);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: named ?? findDelimiter(text),
    skipEmptyLines: false,
  });
  const open = errors.find((error) => error.code === 'MissingQuotes');
  if (open) throw new FormatError('format.csv.openQuote', { row: (open.row ?? 0) + 1 });
  if (named !== null) data[0] = [];
  return data;
}

/** Without blanks at the ends and without the quote that our own writer puts before a formula. */
function cleanCell(cell: string | undefined): string | null {
  return cell?.trim().replace(/^'(?=[=+\-@])/, '') || null;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/**
 * The table of a CSV or TSV file: encoding and delimiter by evidence, the heading row found, blank
 * rows left away. Rows keep the number that a spreadsheet program shows for them.
 * @throws FormatError
 */
export function readCsv(bytes: Uint8Array): Table[] {
  const data = parseRows(decodeText(bytes).text);
  return [tableOf(data, findHeadingRow(data))];
}

/**
 * The table below a heading row; -1: every row is data, and columns are called by their letters.
 * @throws FormatError
 */
export function tableOf(data: readonly string[][], heading: number): Table {
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  if (width > columnLimit) throw new FormatError('format.tooManyColumns', { limit: columnLimit });
  const columns = nameColumns(data[heading] ?? [], width);
  const rows: TableRow[] = [];
  for (let index = heading + 1; index < data.length; index += 1) {
    const cells = data[index] as string[];
    if (isBlank(cells)) continue;
    if (cells.some((cell) => cell.length > cellLimit)) {
      throw new FormatError('format.csv.hugeCell', { row: index + 1 });
    }
    rows.push({
      number: index + 1,
      cells: columns.map((_, column) => cleanCell(cells[column])),
      geometry: null,
      problem: null,
    });
  }
  if (rows.length === 0) throw new FormatError('format.csv.noRows');
  return { layer: '', ...withoutEmptyColumns(columns, data[heading] ?? [], rows) };
}

/** Drops columns that have neither a heading nor a value, as spreadsheets leave at their edge. */
function withoutEmptyColumns(columns: string[], headings: readonly string[], rows: TableRow[]) {
  const kept = columns
    .map((_, index) => index)
    .filter(
      (index) => headings[index]?.trim() || rows.some((row) => (row.cells[index] ?? null) !== null),
    );
  if (kept.length === columns.length) return { columns, rows };
  return {
    columns: kept.map((index) => columns[index] as string),
    rows: rows.map((row) => ({ ...row, cells: kept.map((index) => row.cells[index] ?? null) })),
  };
}
