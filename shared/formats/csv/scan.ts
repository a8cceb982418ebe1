import { FormatError } from '#shared/formats/format-error.ts';
import { checkColumns, limits, Meter } from '#shared/formats/limits.ts';
import { unitCount } from '#shared/model/text-part.ts';
import { blankAt } from './blanks.ts';
import { looksLikeShape } from './looks-like-shape.ts';
import { isTrail, signLength } from './sign-length.ts';

const quote = 0x22;
const plus = 0x2b;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * What may begin with a byte: a sign of ASCII that means nothing, one of three bytes, a plus, any other, a
 * delimiter, a line end, a return, which ends a line where no line feed follows: text editors, spreadsheet
 * programs and lists that were put together of several files take every kind of line end for one.
 */
const [plain, ofThree, ofPlus, foreign, ofDelimiter, ofNewline, ofReturn] = [0, 1, 2, 3, 4, 5, 6];

const { cellLength: longest, columns: mostColumns } = limits;
/** Cells that there is room for when a row begins: one more than it may have. */
const roomForRow = mostColumns + 2;

/** Where the cells of a delimited text stand in it; nothing is copied out of the text. */
export interface ScannedCells {
  /** The text in UTF-8, without a mark. */
  readonly bytes: Uint8Array;
  /** Place behind the last byte of each cell, in order. */
  readonly ends: Uint32Array;
  /** Number of the first cell of each row, and behind the last row the number of all cells. */
  readonly firsts: Uint32Array;
  readonly rowCount: number;
  /** Cells of the longest row. */
  readonly width: number;
  /** Row, counted from 0, whose quotation mark is never closed; null when all are. */
  readonly openRow: number | null;
  /** Bytes of the delimiter: so far behind the cell before it another begins. A new row begins one behind. */
  readonly gap: number;
  /** Place where the first row begins. */
  readonly from: number;
}

/** The cells of rows that another has scanned, and the byte where the first of them begins. */
export interface ScannedRows extends Pick<ScannedCells, 'from' | 'rowCount' | 'width' | 'openRow'> {
  ends: Uint32Array<ArrayBuffer>;
  firsts: Uint32Array<ArrayBuffer>;
}

/** What a scanner is told where it does not begin at the beginning, or does not go to the end. */
export interface ScanPart {
  /** Rows that are looked at, where it is not the whole text. */
  mostRows?: number;
  /** Where the first row begins, found by whoever has seen what stands above. */
  from?: number;
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array<ArrayBuffer> {
  const both = new Uint32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** That a row does not end within the bytes that are known, and that a byte is none of a text in UTF-8. */
const [unended, unreadable] = [-2, -3];

/**
 * Finds the cells of a delimited text in UTF-8 (RFC 4180, with what offices make of it: quotation marks
 * inside, blanks behind closing ones, rows of different length, every kind of line end) in one pass,
 * which checks the encoding as well.
 */
export class CellScanner implements ScannedCells {
  readonly bytes: Uint8Array;
  readonly gap: number;
  readonly from: number;
  ends: Uint32Array<ArrayBuffer>;
  firsts: Uint32Array<ArrayBuffer>;
  rowCount = 0;
  width = 0;
  openRow: number | null = null;
  /** Whether a byte was met that is none of a text in UTF-8; nothing is known of what stands behind it. */
  isUnreadable = false;
  /** Whether the row that was scanned last holds a plus. */
  hasPlus = false;
  /** No row that begins here or behind is scanned. */
  until = Infinity;
  private readonly delimiter: Uint8Array;
  private readonly kinds = new Uint8Array(256).fill(foreign, 0x80);
  private readonly mostRows: number;
  /** Where the next row begins. */
  private at: number;
  private cells = 0;
  private known = 0;
  private isAll = false;
  /** So much has to be known before the next row is looked at again. */
  private leastKnown = 0;

  constructor(
    bytes: Uint8Array,
    delimiter: string,
    { mostRows = Infinity, from = 0 }: ScanPart = {},
  ) {
    this.bytes = bytes;
    this.from = from;
    this.at = from;
    this.mostRows = mostRows;
    this.delimiter = new TextEncoder().encode(delimiter);
    this.gap = this.delimiter.length;
    this.kinds[0] = foreign;
    this.kinds[plus] = ofPlus;
    this.kinds.fill(ofThree, 0xe1, 0xed).fill(ofThree, 0xee, 0xf0);
    this.kinds[lineFeed] = ofNewline;
    this.kinds[carriageReturn] = ofReturn;
    this.kinds[this.delimiter[0] as number] = ofDelimiter;
    const length = bytes.length - from;
    this.ends = new Uint32Array(Math.max(roomForRow, length >> 3));
    this.firsts = new Uint32Array(Math.max(16, length >> 6));
  }

  /**
   * Scans the rows that end within the first `known` bytes; all there are when these are the whole text.
   * @throws FormatError when there are more columns, rows or cells than any table has, or a cell is too long
   */
  scan(known: number, onRow?: (row: number) => void): this {
    this.known = known;
    this.isAll = known === this.bytes.length;
    if (known < this.leastKnown && !this.isAll) return this;
    const end = Math.min(known, this.until);
    while (this.at < end && this.rowCount < this.mostRows && this.cells <= limits.cells) {
      if (this.rowCount >= limits.rows) new Meter().rows(this.rowCount + 1);
      if (this.cells + roomForRow > this.ends.length) this.ends = grown(this.ends);
      if (!this.scanRow()) {
        // A quotation mark that is never closed would have the rest looked at over and over.
        this.leastKnown = known + (known - this.at);
        break;
      }
      onRow?.(this.rowCount - 1);
    }
    if (this.isAll && !this.isUnreadable) new Meter().rows(this.rowCount, this.width);
    return this;
  }

  /**
   * Takes over what another has scanned from where this one stands to the end of the text; false, and nothing
   * is done, when a row of this one reaches over the place, or there are more cells than a table has.
   */
  join(rows: ScannedRows): boolean {
    const { from, ends, firsts, rowCount, width, openRow } = rows;
    const cells = firsts[rowCount] as number;
    if (this.at !== from || this.cells + cells > limits.cells) return false;
    this.ends = joined(this.ends.subarray(0, this.cells), ends.subarray(0, cells));
    const own = this.firsts.subarray(0, this.rowCount);
    this.firsts = joined(own, firsts.subarray(0, rowCount + 1));
    for (let row = this.rowCount; row < this.firsts.length; row += 1) {
      this.firsts[row] = (this.firsts[row] as number) + this.cells;
    }
    if (openRow !== null) this.openRow = this.rowCount + openRow;
    this.rowCount += rowCount;
    this.cells += cells;
    this.width = Math.max(this.width, width);
    this.at = this.bytes.length;
    return true;
  }

  /** Scans one row; false when it does not end yet, or cannot be read. */
  private scanRow(): boolean {
    const { bytes, known, kinds, ends, gap } = this;
    const first = this.cells;
    let cells = first;
    let at = this.at;
    this.hasPlus = false;
    for (let kind = ofDelimiter; kind !== ofNewline; ) {
      const start = at;
      if (bytes[at] === quote) at = this.quotedEnd(at);
      // One round for each byte of a file: no calls but for what is rare.
      for (; at >= 0 && at < known; at += 1) {
        kind = kinds[bytes[at] as number] as number;
        if (kind === plain) continue;
        // What is not known yet is nought.
        if (kind === ofThree && isTrail(bytes[at + 1]) && isTrail(bytes[at + 2])) {
          at += 2;
          continue;
        }
        if (kind === ofNewline || (kind === ofDelimiter && (gap === 1 || this.isDelimiter(at)))) {
          break;
        }
        if (kind === ofReturn) {
          if (bytes[at + 1] === lineFeed) continue;
          kind = ofNewline;
          // What comes next may still be the line feed.
          if (at + 1 >= known && !this.isAll) at = unended;
          break;
        }
        at = this.lastOfSign(at);
        if (at < 0) break;
      }
      if (at < 0 || (at >= known && !this.isAll)) {
        this.isUnreadable = at === unreadable;
        return false;
      }
      if (at >= known) kind = ofNewline;
      ends[cells] = at;
      cells += 1;
      if (at - start > longest) this.checkLength(start, at);
      if (cells - first > mostColumns) checkColumns(cells - first);
      at += kind === ofNewline ? 1 : gap;
    }
    this.rowCount += 1;
    if (this.rowCount >= this.firsts.length) this.firsts = grown(this.firsts);
    this.firsts[this.rowCount] = cells;
    if (cells - first > this.width) this.width = cells - first;
    this.at = at;
    this.cells = cells;
    return true;
  }

  private isDelimiter(at: number): boolean {
    const { bytes, delimiter } = this;
    for (let index = 1; index < delimiter.length; index += 1) {
      if (bytes[at + index] !== delimiter[index]) return false;
    }
    return true;
  }

  /**
   * Place of the last byte of a sign that is neither plain nor ends a cell; less than 0 when it is none,
   * or is not known as a whole.
   */
  private lastOfSign(at: number): number {
    if (this.bytes[at] === plus) {
      this.hasPlus = true;
      return at;
    }
    const length = signLength(this.bytes, at, this.known);
    if (length > 0) return at + length - 1;
    return this.isAll || at + 4 <= this.known ? unreadable : unended;
  }

  /**
   * Place behind a cell that begins with a quotation mark at `start`. A mark inside that is not doubled
   * and is followed by something else than the end of the cell counts as text. The end of the text when
   * it never ends.
   */
  private quotedEnd(start: number): number {
    const { bytes, known, kinds } = this;
    for (let at = start + 1; ; ) {
      for (; at < known; at += 1) {
        const byte = bytes[at] as number;
        if (byte === quote) break;
        if (byte > 0 && byte < 0x80 && byte !== plus) continue;
        if (kinds[byte] === ofThree && isTrail(bytes[at + 1]) && isTrail(bytes[at + 2])) {
          at += 2;
          continue;
        }
        at = this.lastOfSign(at);
        if (at < 0) return at;
      }
      if (at >= known) {
        if (!this.isAll) return unended;
        this.openRow = this.rowCount;
        return known;
      }
      at += 1;
      if (at < known && bytes[at] === quote) {
        at += 1;
        continue;
      }
      let end = at;
      while (end < known) {
        const kind = kinds[bytes[end] as number];
        if (kind === ofNewline || (kind === ofDelimiter && this.isDelimiter(end))) return end;
        if (kind === ofReturn && bytes[end + 1] !== lineFeed) {
          return end + 1 >= known && !this.isAll ? unended : end;
        }
        const blank = blankAt(bytes, end, known);
        if (blank === 0) break;
        end += blank;
      }
      if (end >= known) return this.isAll ? known : unended;
    }
  }

  /** Looked at with the wrong delimiter, whole lines are a cell: only the whole text is held to this. */
  private checkLength(from: number, to: number): void {
    if (this.mostRows < Infinity || this.openRow !== null) return;
    if (looksLikeShape(this.bytes.subarray(from, Math.min(to, from + 200)))) return;
    if (unitCount({ bytes: this.bytes, from, to }) > limits.cellLength) {
      throw new FormatError('format.csv.hugeCell', { row: this.rowCount + 1 });
    }
  }
}
