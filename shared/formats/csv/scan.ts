import { FormatError } from '#shared/formats/format-error.ts';
import { checkColumns, limits, Meter } from '#shared/formats/limits.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Where the cells of a delimited text stand in it; nothing is copied out of the text. */
export interface ScannedText {
  text: string;
  /** Place behind the last sign of each cell, in order; a cell begins one sign behind the one before it. */
  ends: Uint32Array;
  /** Number of the first cell of each row, and behind the last row the number of all cells. */
  firsts: Uint32Array;
  rowCount: number;
  /** Cells of the longest row. */
  width: number;
  /** Row, counted from 0, whose quotation mark is never closed; null when all are. */
  openRow: number | null;
}

/** Blanks that String.trim takes away. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Whether lines end in a carriage return alone, as old Macintosh programs left them. */
function endsInReturn(text: string): boolean {
  const head = text.slice(0, 1_000_000).replace(/"[^"]*"/g, '');
  return head.includes('\r') && !head.includes('\n');
}

/**
 * Place behind a cell that begins with a quotation mark at `start`. A mark inside that is not doubled
 * and is followed by something else than the end of the cell counts as text. -1 when it never ends.
 */
function quotedEnd(text: string, start: number, delimiter: number, newline: number): number {
  const { length } = text;
  for (let at = start + 1; ; ) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    at += 1;
    if (text.charCodeAt(at) === quote) {
      at += 1;
      continue;
    }
    let end = at;
    for (; end < length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === newline) return end;
      if (!isBlank(code)) break;
    }
    if (end === length) return end;
  }
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/**
 * Finds the cells of a delimited text (RFC 4180, with what offices make of it: quotation marks inside,
 * blanks behind closing ones, rows of different length, every kind of line end) in one pass.
 * @throws FormatError when there are more columns, rows or cells than any table has, or a cell is too long
 */
export function scanText(text: string, delimiter: string, mostRows = Infinity): ScannedText {
  const part = delimiter.charCodeAt(0);
  const newline = endsInReturn(text) ? carriageReturn : lineFeed;
  const { length } = text;
  let ends = new Uint32Array(Math.max(16, length >> 3));
  let firsts = new Uint32Array(Math.max(16, length >> 6));
  let [cells, rowCount, width] = [0, 0, 0];
  let openRow: number | null = null;
  const longest = mostRows === Infinity ? limits.cellLength : Infinity;
  for (let at = 0; at < length && rowCount < mostRows; ) {
    if (rowCount + 1 >= firsts.length) firsts = grown(firsts);
    if (rowCount >= limits.rows) new Meter().rows(rowCount + 1);
    const first = cells;
    firsts[rowCount] = first;
    for (let isLast = false; !isLast; ) {
      const start = at;
      if (at < length && text.charCodeAt(at) === quote) {
        at = quotedEnd(text, at, part, newline);
        if (at < 0) {
          openRow = rowCount;
          at = length;
        }
        isLast = at >= length || text.charCodeAt(at) !== part;
      } else {
        isLast = true;
        for (; at < length; at += 1) {
          const code = text.charCodeAt(at);
          if (code === part) isLast = false;
          if (code === part || code === newline) break;
        }
      }
      if (cells >= ends.length) ends = grown(ends);
      ends[cells] = at;
      // Looked at with the wrong delimiter, whole lines are a cell: only the whole text is held to this.
      if (at - start > longest && openRow === null) {
        throw new FormatError('format.csv.hugeCell', { row: rowCount + 1 });
      }
      cells += 1;
      at += 1;
      if (cells - first > limits.columns) checkColumns(cells - first);
    }
    rowCount += 1;
    if (cells - first > width) width = cells - first;
    if (cells > limits.cells) break;
  }
  firsts[rowCount] = cells;
  new Meter().rows(rowCount, width);
  return { text, ends, firsts, rowCount, width, openRow };
}
