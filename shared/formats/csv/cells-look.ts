import { limits } from '#shared/formats/limits.ts';
import { RoundedCodes } from '#shared/formats/sheet/rounded-codes.ts';
import { emptyPart } from '#shared/model/text-part.ts';
import type { ScannedCells } from './scan.ts';
import { cellStart, findValue, isBare } from './text-row.ts';

/** What one look at the cells below the headings tells. */
export class CellsLook {
  /** Rows that hold something, by their number from 0. */
  readonly filled: number[] = [];
  readonly rounded = new RoundedCodes();
  private readonly scanned: ScannedCells;
  private readonly used = new Uint8Array(limits.columns);
  /** Columns from the first on all of which hold something. */
  private usedTo = 0;
  private readonly part = emptyPart();

  constructor(scanned: ScannedCells) {
    this.scanned = scanned;
  }

  /** Columns that hold something. */
  get columns(): Set<number> {
    return new Set([...this.used.keys()].filter((column) => this.used[column] === 1));
  }

  /** Looks at the cells of a row, at all of them where it has a plus; the rows come in their order. */
  at(row: number, hasPlus: boolean): void {
    const { scanned, used, part } = this;
    const { bytes, ends, firsts, gap } = scanned;
    const first = firsts[row] as number;
    const end = firsts[row + 1] as number;
    let isFilled = false;
    let from = cellStart(scanned, row, first);
    for (let cell = first; cell < end; cell += 1) {
      const to = ends[cell] as number;
      const column = cell - first;
      const isKnown = isFilled && used[column] === 1 && !hasPlus;
      // Most that are empty have nothing at all between two delimiters.
      if (to > from && !isKnown && (isBare(bytes, from, to) || findValue(bytes, from, to, part))) {
        isFilled = true;
        used[column] = 1;
        while (used[this.usedTo] === 1) this.usedTo += 1;
        if (hasPlus && findValue(bytes, from, to, part)) this.rounded.look(part, column, row + 1);
      }
      if (isFilled && !hasPlus && end - first <= this.usedTo) break;
      from = to + gap;
    }
    if (isFilled) this.filled.push(row);
  }
}
