import { FormatError } from '#shared/formats/format-error.ts';
import { limits } from '#shared/formats/limits.ts';
import { nameColumns } from '#shared/formats/sheet/column-names.ts';
import { findHeadingRow, searchedRows } from '#shared/formats/sheet/heading-row.ts';
import { fullHeadings } from '#shared/formats/sheet/merges.ts';
import { RoundedCodes } from '#shared/formats/sheet/rounded-codes.ts';
import { takePlaces } from '#shared/formats/sheet/take-places.ts';
import type { ReadOptions, SourceLayer } from '#shared/formats/source/source.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';
import { findDelimiter } from './delimiter.ts';
import { type ScannedText, scanText } from './scan.ts';
import { findCell, TextRow } from './text-row.ts';

/** A first line such as `sep=;`, by which spreadsheet programs name the delimiter. */
function namedDelimiter(text: string): string | null {
  return /^sep=([^"\r\n])\r?\n/i.exec(text)?.[1] ?? null;
}

/** The cells of a text, its delimiter found by evidence or named in its first line. @throws FormatError */
function scanTable(text: string): { scanned: ScannedText; isNamed: boolean } {
  const named = namedDelimiter(text);
  const scanned = scanText(text, named ?? findDelimiter(text));
  if (scanned.openRow !== null) {
    throw new FormatError('format.csv.openQuote', { row: scanned.openRow + 1 });
  }
  return { scanned, isNamed: named !== null };
}

/**
 * The first rows of a text as they stand in it, the line that names the delimiter emptied.
 * @throws FormatError
 */
function rawRows({ scanned, isNamed }: ReturnType<typeof scanTable>, most: number): string[][] {
  const { text, ends, firsts, rowCount } = scanned;
  const rows: string[][] = [];
  for (let row = 0; row < Math.min(rowCount, most); row += 1) {
    const cells: string[] = [];
    for (let cell = firsts[row] as number; cell < (firsts[row + 1] as number); cell += 1) {
      const raw = text.slice(cell === 0 ? 0 : (ends[cell - 1] as number) + 1, ends[cell]);
      const quoted = /^"([^]*)"\s*$/.exec(raw)?.[1];
      cells.push(quoted?.replaceAll('""', '"') ?? raw.replace(/\r$/, ''));
    }
    rows.push(isNamed && row === 0 ? [] : cells);
  }
  return rows;
}

/**
 * The cells of a text, its delimiter found by evidence or named in its first line.
 * @throws FormatError
 */
export function parseRows(text: string): string[][] {
  return rawRows(scanTable(text), Infinity);
}

/** What one look at every cell below the headings tells. */
interface Looked {
  /** Rows that hold something, by their number from 0. */
  filled: number[];
  /** Columns that hold something. */
  used: Set<number>;
  rounded: RoundedCodes;
}

/** Looks at every cell once. @throws FormatError when one is too long */
function lookAtCells(scanned: ScannedText, start: number): Looked {
  const { ends, firsts, rowCount, width } = scanned;
  const looked: Looked = { filled: [], used: new Set(), rounded: new RoundedCodes() };
  const used = new Uint8Array(width);
  const part = { text: '', from: 0, to: 0 };
  for (let row = start; row < rowCount; row += 1) {
    const first = firsts[row] as number;
    const end = firsts[row + 1] as number;
    let isFilled = false;
    for (let cell = first; cell < end; cell += 1) {
      // Most that are empty have nothing at all between two delimiters.
      if (cell > 0 && ends[cell] === (ends[cell - 1] as number) + 1) continue;
      if (!findCell(scanned, cell, part)) continue;
      isFilled = true;
      used[cell - first] = 1;
      if (part.to - part.from > limits.cellLength) {
        throw new FormatError('format.csv.hugeCell', { row: row + 1 });
      }
      looked.rounded.look(part, cell - first, row + 1);
    }
    if (isFilled) looked.filled.push(row);
  }
  used.forEach((isUsed, column) => isUsed && looked.used.add(column));
  return looked;
}

/**
 * The table of a CSV or TSV file: encoding and delimiter by evidence, the heading row found under
 * titles, blank rows and columns left away, geometries taken from columns of WKT, WKB or "116.3, 39.9".
 * Rows keep the number that a spreadsheet program shows for them. Their cells stay where they are in
 * the text until somebody asks for them.
 * @throws FormatError
 */
export function readCsv(bytes: Uint8Array, options: ReadOptions = {}): SourceLayer[] {
  const decoded = decodeText(bytes, options.encoding);
  const table = scanTable(decoded.text);
  const { scanned } = table;
  const top = rawRows(table, searchedRows);
  const heading = findHeadingRow(top);
  const headings = fullHeadings(top, heading, []);
  const start = Math.max(heading + 1, table.isNamed ? 1 : 0);
  const { filled, used, rounded } = lookAtCells(scanned, start);
  if (filled.length === 0) throw new FormatError('format.csv.noRows');
  // Spreadsheets leave columns at their edge that have neither heading nor value.
  headings.forEach((name, column) => name.trim() !== '' && used.add(column));
  const names = nameColumns(headings, scanned.width);
  const kept = [...used].sort((a, b) => a - b);
  const places = takePlaces({
    layer: '',
    columns: kept.map((column) => names[column] as string),
    rows: filled.map((row) => new TextRow(scanned, kept, row)),
  });
  const problems = [...textProblems(decoded), ...rounded.problems(names), ...places.problems];
  return [{ ...places.table, crs: null, encoding: evidenceOf(decoded), problems }];
}
