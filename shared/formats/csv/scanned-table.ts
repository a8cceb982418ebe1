import { FormatError } from '#shared/formats/format-error.ts';
import type { LowerRows } from '#shared/formats/import/lower-rows.ts';
import { findHeadingRow, searchedRows } from '#shared/formats/sheet/heading-row.ts';
import { fullHeadings } from '#shared/formats/sheet/merges.ts';
import { textOfPart } from '#shared/model/text-part.ts';
import { CellsLook } from './cells-look.ts';
import { findDelimiter } from './delimiter.ts';
import { CellScanner } from './scan.ts';
import { firstUnits } from './first-units.ts';
import { cellStart } from './text-row.ts';
import type { ScannedPart } from './lower-part.ts';
import type { Utf8Text } from './utf8-text.ts';

/** UTF-16 units of a first line that names the delimiter. */
const namingLine = 8;

/** A first line such as `sep=;`, by which spreadsheet programs name the delimiter. */
function namedDelimiter(bytes: Uint8Array): string | null {
  const to = firstUnits(bytes, namingLine).length;
  const line = textOfPart({ bytes, from: 0, to });
  return /^sep=([^"\r\n])[\r\n]/i.exec(line)?.[1] ?? null;
}

/** So many first bytes of a text tell its delimiter and its line ends, whatever its signs. */
export const leastKnown = 4 * 2 ** 20;

/** A text with its cells, and what one look at those below the headings told. */
export class ScannedTable {
  readonly text: Utf8Text;
  readonly scanner: CellScanner;
  readonly look: CellsLook;
  /** What parts its columns. */
  readonly delimiter: string;
  headings: string[] = [];
  /** Its lower rows in another thread, where they were found there. */
  lower: LowerRows | null = null;
  private readonly isNamed: boolean;
  private isBegun = false;

  /** @param text of which as many bytes are there as {@link leastKnown}, or all */
  constructor(text: Utf8Text) {
    const named = namedDelimiter(text.bytes);
    this.text = text;
    this.isNamed = named !== null;
    this.delimiter = named ?? findDelimiter(text.bytes);
    this.scanner = new CellScanner(text.bytes, this.delimiter);
    this.look = new CellsLook(this.scanner);
  }

  /**
   * Scans the rows that end within the first `known` bytes.
   * @throws FormatError when they are more than a table has, or a cell is too long
   */
  scan(known: number): void {
    this.scanner.scan(known, (row) => {
      if (row < searchedRows) return;
      if (!this.isBegun) this.begin();
      this.look.at(row, this.scanner.hasPlus);
    });
  }

  /**
   * Takes over what another has found below the row that comes next; false, and nothing is done, when it does not
   * begin there.
   */
  join({ rows, look }: ScannedPart): boolean {
    const before = this.scanner.rowCount;
    // The headings are looked for above.
    if (!this.isBegun || !this.scanner.join(rows)) return false;
    this.look.join(look, before);
    return true;
  }

  /** Scans what is left; false when it is no UTF-8. @throws FormatError */
  finish(): boolean {
    this.scan(this.text.bytes.length);
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
