import type { CellValue, TableRow, TextPart } from '#shared/formats/table.ts';
import { isBlank, type ScannedText } from './scan.ts';

const quote = 0x22;
const apostrophe = 0x27;
/** Signs with which formulas begin: = + - @. */
const formula: readonly number[] = [0x3d, 0x2b, 0x2d, 0x40];

/** Signs at the ends of a cell that are neither blanks nor marks: ASCII from `(` on, and Chinese. */
function isPlain(code: number): boolean {
  return (code > 0x27 && code < 0x7f) || (code > 0x3000 && code < 0xd800);
}

/**
 * Where the value of cell `cell` stands: without blanks at the ends, without quotation marks around it
 * and without the quote that our own writer puts before a formula. False when it is empty.
 */
export function findCell({ text, ends }: ScannedText, cell: number, part: TextPart): boolean {
  let from = cell === 0 ? 0 : (ends[cell - 1] as number) + 1;
  let to = ends[cell] as number;
  part.text = text;
  // Most cells are what they seem.
  if (to > from && isPlain(text.charCodeAt(from)) && isPlain(text.charCodeAt(to - 1))) {
    part.from = from;
    part.to = to;
    return true;
  }
  if (to > from && text.charCodeAt(from) === quote) {
    while (to > from + 1 && text.charCodeAt(to - 1) !== quote) to -= 1;
    from += 1;
    to -= 1;
    const inner = text.indexOf('"', from);
    if (inner >= 0 && inner < to) {
      part.text = text.slice(from, to).replaceAll('""', '"');
      from = 0;
      to = part.text.length;
    }
  }
  const { text: own } = part;
  while (from < to && isBlank(own.charCodeAt(from))) from += 1;
  while (to > from && isBlank(own.charCodeAt(to - 1))) to -= 1;
  if (own.charCodeAt(from) === apostrophe && formula.includes(own.charCodeAt(from + 1))) from += 1;
  part.from = from;
  part.to = to;
  return to > from;
}

/** A row of a scanned text: it knows where its values stand, and makes them when they are asked for. */
export class TextRow implements TableRow {
  private readonly scanned: ScannedText;
  private readonly kept: readonly number[];
  private readonly index: number;

  /** @param kept columns of the text that the table has, in their order */
  constructor(scanned: ScannedText, kept: readonly number[], index: number) {
    this.scanned = scanned;
    this.kept = kept;
    this.index = index;
  }

  get number(): number {
    return this.index + 1;
  }

  get geometry(): null {
    return null;
  }

  get problem(): null {
    return null;
  }

  get cells(): CellValue[] {
    const part = { text: '', from: 0, to: 0 };
    return this.kept.map((_, column) =>
      this.find(column, part) ? part.text.slice(part.from, part.to) : null,
    );
  }

  find(column: number, part: TextPart): boolean {
    const { firsts } = this.scanned;
    const cell = (firsts[this.index] as number) + (this.kept[column] as number);
    return cell < (firsts[this.index + 1] as number) && findCell(this.scanned, cell, part);
  }
}
