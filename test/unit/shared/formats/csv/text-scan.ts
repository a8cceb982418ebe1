/**
 * The cells of a delimited text by walking along a string, sign by sign: slow, and of another make than
 * the reader's scanner of bytes, which is held against it.
 */
export interface TextScan {
  rows: string[][];
  /** Row whose quotation mark is never closed; null when all are. */
  openRow: number | null;
}

/** Whether a line ends at a place: in a line feed, or in a return that none follows. */
const isEnd = (text: string, at: number) =>
  text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');

/** Place behind a cell that begins with a quotation mark at `start`; -1 when it never ends. */
function quotedEnd(text: string, start: number, delimiter: string): number {
  for (let at = start + 1; ; ) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    at += 1;
    if (text[at] === '"') {
      at += 1;
      continue;
    }
    let end = at;
    for (; end < text.length; end += 1) {
      const sign = text[end] as string;
      if (sign === delimiter || isEnd(text, end)) return end;
      if (sign.trim() !== '') break;
    }
    if (end === text.length) return end;
  }
}

/** Cells as they stand in the text, with the marks around them. */
export function scanText(text: string, delimiter: string): TextScan {
  const rows: string[][] = [];
  let openRow: number | null = null;
  for (let at = 0; at < text.length; ) {
    const cells: string[] = [];
    for (let isLast = false; !isLast; at += 1) {
      const start = at;
      if (text[at] === '"') {
        at = quotedEnd(text, at, delimiter);
        if (at < 0) {
          openRow = rows.length;
          at = text.length;
        }
      } else while (at < text.length && text[at] !== delimiter && !isEnd(text, at)) at += 1;
      isLast = at >= text.length || text[at] !== delimiter;
      cells.push(text.slice(start, at));
    }
    rows.push(cells);
  }
  return { rows, openRow };
}

/** What a raw cell says: without blanks, without its marks, without the quote before a formula. */
export function valueOf(raw: string): string | null {
  let text = raw;
  if (raw.startsWith('"')) {
    const closing = raw.lastIndexOf('"');
    text = raw.slice(1, Math.max(1, closing)).replaceAll('""', '"');
  }
  text = text.trim();
  if (/^'[=+\-@＝＋－＠\t\r]/.test(text)) text = text.slice(1).trimStart();
  return text === '' ? null : text;
}
