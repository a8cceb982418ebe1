import { FormatError } from '#shared/formats/format-error.ts';
import { nameColumns } from '#shared/formats/sheet/column-names.ts';
import { findHeadingRow, searchedRows } from '#shared/formats/sheet/heading-row.ts';
import { fullHeadings } from '#shared/formats/sheet/merges.ts';
import { takePlaces } from '#shared/formats/sheet/take-places.ts';
import type { ReadOptions, SourceLayer } from '#shared/formats/source/source.ts';
import { evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';
import { decodeStrictly } from '#shared/formats/text/encoding.ts';
import { textOfPart } from '#shared/model/text-part.ts';
import { CellsLook } from './cells-look.ts';
import { findDelimiter } from './delimiter.ts';
import { CellScanner } from './scan.ts';
import { firstUnits } from './sign-length.ts';
import { cellStart, TextRow } from './text-row.ts';
import { asUtf8, toUtf8, type Utf8Text } from './utf8-text.ts';

/** UTF-16 units of a first line that names the delimiter. */
const namingLine = 8;

/** A first line such as `sep=;`, by which spreadsheet programs name the delimiter. */
function namedDelimiter(bytes: Uint8Array): string | null {
  const line = new TextDecoder().decode(firstUnits(bytes, namingLine));
  return /^sep=([^"\r\n])\r?\n/i.exec(line)?.[1] ?? null;
}

/** A text with its cells, and what one look at those below the headings told. */
class ScannedTable {
  readonly text: Utf8Text;
  readonly scanner: CellScanner;
  readonly look: CellsLook;
  headings: string[] = [];
  private readonly isNamed: boolean;
  private isBegun = false;

  constructor(text: Utf8Text) {
    const named = namedDelimiter(text.bytes);
    this.text = text;
    this.isNamed = named !== null;
    this.scanner = new CellScanner(text.bytes, named ?? findDelimiter(text.bytes));
    this.look = new CellsLook(this.scanner);
  }

  /** Scans all of it; false when it is no UTF-8. @throws FormatError */
  scan(): boolean {
    this.scanner.scan(this.text.bytes.length, (row) => {
      if (row < searchedRows) return;
      if (!this.isBegun) this.begin();
      this.look.at(row, this.scanner.hasPlus);
    });
    const { isUnreadable, openRow } = this.scanner;
    if (isUnreadable) return false;
    if (openRow !== null) throw new FormatError('format.csv.openQuote', { row: openRow + 1 });
    if (!this.isBegun) this.begin();
    return true;
  }

  /** Finds the headings among the first rows, and looks at those of them that stand below. */
  private begin(): void {
    this.isBegun = true;
    const top = this.rawRows(searchedRows);
    const heading = findHeadingRow(top);
    this.headings = fullHeadings(top, heading, []);
    const start = Math.max(heading + 1, this.isNamed ? 1 : 0);
    for (let row = start; row < top.length; row += 1) this.look.at(row, true);
  }

  /** The first rows as they stand in the text, the line that names the delimiter emptied. */
  rawRows(most: number): string[][] {
    const { scanner } = this;
    const rows: string[][] = [];
    for (let row = 0; row < Math.min(scanner.rowCount, most); row += 1) {
      const cells: string[] = [];
      const end = scanner.firsts[row + 1] as number;
      for (let cell = scanner.firsts[row] as number; cell < end; cell += 1) {
        const from = cellStart(scanner, row, cell);
        const raw = textOfPart({ bytes: scanner.bytes, from, to: scanner.ends[cell] as number });
        const quoted = /^"([^]*)"\s*$/.exec(raw)?.[1];
        cells.push(quoted?.replaceAll('""', '"') ?? raw.replace(/\r$/, ''));
      }
      rows.push(this.isNamed && row === 0 ? [] : cells);
    }
    return rows;
  }
}

/**
 * The cells of a text, its delimiter found by evidence or named in its first line.
 * @throws FormatError
 */
export function parseRows(text: string): string[][] {
  const bytes = new TextEncoder().encode(text);
  const table = new ScannedTable({ bytes, encoding: 'utf-8', from: 'bytes', garbled: 0 });
  table.scan();
  return table.rawRows(Infinity);
}

/** The bytes of a file scanned as they are; null when they are no UTF-8. @throws FormatError */
function scanAsUtf8(bytes: Uint8Array, override?: string): ScannedTable | null {
  const text = asUtf8(bytes, override);
  if (!text) return null;
  try {
    const table = new ScannedTable(text);
    return table.scan() ? table : null;
  } catch (error) {
    // What is wrong with the table counts for nothing when it is read in the wrong encoding.
    if (text.bytes.includes(0) || decodeStrictly(text.bytes, 'utf-8') === null) return null;
    throw error;
  }
}

/** The text of a file in any encoding, scanned. @throws FormatError */
function scanDecoded(bytes: Uint8Array, override?: string): ScannedTable {
  const table = new ScannedTable(toUtf8(bytes, override));
  table.scan();
  return table;
}

/**
 * The table of a CSV or TSV file: encoding and delimiter by evidence, the heading row found under
 * titles, blank rows and columns left away, geometries taken from columns of WKT, WKB or "116.3, 39.9".
 * Rows keep the number that a spreadsheet program shows for them. Their cells stay where they are in
 * the bytes until somebody asks for them.
 * @throws FormatError
 */
export function readCsv(bytes: Uint8Array, { encoding }: ReadOptions = {}): SourceLayer[] {
  const table = scanAsUtf8(bytes, encoding) ?? scanDecoded(bytes, encoding);
  return [layerOf(table)];
}

function layerOf({ text, scanner, look, headings }: ScannedTable): SourceLayer {
  if (look.filled.length === 0) throw new FormatError('format.csv.noRows');
  const used = look.columns;
  // Spreadsheets leave columns at their edge that have neither heading nor value.
  headings.forEach((name, column) => name.trim() !== '' && used.add(column));
  const names = nameColumns(headings, scanner.width);
  const kept = [...used].sort((a, b) => a - b);
  const rows = { scanned: scanner, kept };
  const places = takePlaces({
    layer: '',
    columns: kept.map((column) => names[column] as string),
    rows: look.filled.map((row) => new TextRow(rows, row)),
  });
  const problems = [...textProblems(text), ...look.rounded.problems(names), ...places.problems];
  return { ...places.table, crs: null, encoding: evidenceOf(text), problems };
}
