import type { TextPart } from '#shared/model/text-part.ts';
import { blankAt, blankBefore } from './blanks.ts';

const quote = 0x22;
const apostrophe = 0x27;
/** Signs with which formulas begin, and blanks before them: = + - @, a tab, a return. */
const formula: readonly (number | undefined)[] = [0x3d, 0x2b, 0x2d, 0x40, 0x09, 0x0d];
/** Last bytes of the wide ones, ＝ ＋ － ＠, behind EF BC. */
const wideFormula: readonly (number | undefined)[] = [0x9d, 0x8b, 0x8d, 0xa0];

/** Whether our own writer has put a quote here before what may be run as a formula. */
function isMarked(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== apostrophe) return false;
  if (formula.includes(bytes[at + 1])) return true;
  return bytes[at + 1] === 0xef && bytes[at + 2] === 0xbc && wideFormula.includes(bytes[at + 3]);
}

/** Signs at the ends of a cell that are neither blanks nor marks: ASCII from `(` on. */
function isPlain(byte: number): boolean {
  return byte > 0x27 && byte < 0x7f;
}

/** First bytes of Chinese signs, none of which is a blank. */
function isChinese(byte: number): boolean {
  return byte >= 0xe4 && byte <= 0xec;
}

/** Whether nothing is to be taken away at the ends of what stands between two places. */
export function isBare(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] as number;
  if (!isPlain(first) && !isChinese(first)) return false;
  return isPlain(bytes[to - 1] as number) || (to - from > 2 && isChinese(bytes[to - 3] as number));
}

/** A text with its doubled quotation marks made single. */
function withoutDoubles(bytes: Uint8Array): Uint8Array {
  const single = new Uint8Array(bytes.length);
  let end = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    single[end] = byte;
    end += 1;
    if (byte === quote && bytes[at + 1] === quote) at += 1;
  }
  return single.subarray(0, end);
}

/**
 * Where the value of a cell between two places stands: without blanks at the ends, without quotation
 * marks around it and without the quote that our own writer puts before a formula. False when it is
 * empty.
 */
export function findValue(bytes: Uint8Array, start: number, end: number, part: TextPart): boolean {
  let from = start;
  let to = end;
  part.bytes = bytes;
  // Most cells are what they seem.
  if (to > from && isBare(bytes, from, to)) {
    part.from = from;
    part.to = to;
    return true;
  }
  let own = bytes;
  if (to > from && bytes[from] === quote) {
    while (to > from + 1 && bytes[to - 1] !== quote) to -= 1;
    from += 1;
    to -= 1;
    let inner = from;
    while (inner < to && bytes[inner] !== quote) inner += 1;
    if (inner < to) {
      own = withoutDoubles(bytes.subarray(from, to));
      part.bytes = own;
      from = 0;
      to = own.length;
    }
  }
  for (let blank = 1; blank > 0; from += blank) blank = blankAt(own, from, to);
  for (let blank = 1; blank > 0; to -= blank) blank = blankBefore(own, from, to);
  if (to > from + 1 && isMarked(own, from)) {
    from += 1;
    for (let blank = 1; blank > 0; from += blank) blank = blankAt(own, from, to);
  }
  part.from = from;
  part.to = to;
  return to > from;
}
