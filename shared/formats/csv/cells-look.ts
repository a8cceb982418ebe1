import { limits } from '#shared/formats/limits.ts';
import { RoundedCodes } from '#shared/formats/sheet/rounded-codes.ts';
import { emptyPart } from '#shared/model/text-part.ts';
import { findValue, isBare } from './find-value.ts';
import type { ScannedCells } from './scan.ts';
import { cellStart, TextRow, type TextTable } from './text-row.ts';

/** What a look at some rows told, their numbers counted from 0. */
export interface LookedAt {
  /** Rows that hold something. */
  filled: Uint32Array<ArrayBuffer>;
  columns: readonly number[];
  rounded: RoundedCodes['found'];
}

/** What one look at the cells below the headings tells. */
export class CellsLook {
  /** Rows that hold something; their cells can be asked for once it is known which columns are kept. */
  readonly rows: TextRow[] = [];
  readonly rounded = new RoundedCodes();
  private readonly table: TextTable;
  private readonly used = new Uint8Array(limits.columns);
  /** Columns from the first on all of which hold something. */
  private usedTo = 0;
  private readonly part = emptyPart();

  constructor(scanned: ScannedCells) {
    this.table = { scanned, kept: [] };
  }

  /** Says which columns of the text the table has, in their order. */
  keep(columns: readonly number[]): void {
    this.table.kept = columns;
  }

  /** Columns that hold something. */
  get columns(): Set<number> {
    return new Set([...this.used.keys()].filter((column) => this.used[column] === 1));
  }

  /** What the look at rows tells to whoever looks at those before them. */
  get told(): LookedAt {
    return {
      filled: Uint32Array.from(this.rows, ({ number }) => number - 1),
      columns: [...this.columns],
      rounded: this.rounded.found,
    };
  }

  /** Takes in what another look told of rows further down, of which `before` come before the first. */
  join({ filled, columns, rounded }: LookedAt, before: number): void {
    for (const row of filled) this.rows.push(new TextRow(this.table, before + row));
    for (const column of columns) this.used[column] = 1;
    this.rounded.join(rounded, before);
  }

  /** Looks at the cells of a row, at all of them where it has a plus; the rows come in their order. */
  at(row: number, hasPlus: boolean): void {
    const { table, used, part } = this;
    const { scanned } = table;
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
    if (isFilled) this.rows.push(new TextRow(table, row));
  }
}
