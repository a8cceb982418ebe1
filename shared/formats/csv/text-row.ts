import type { CellValue, TableRow } from '#shared/formats/table.ts';
import { emptyPart, type TextPart, textOfPart } from '#shared/model/text-part.ts';
import { findValue } from './find-value.ts';
import type { ScannedCells } from './scan.ts';

/** Place of the first byte of a cell of row `row`. */
export function cellStart(scanned: ScannedCells, row: number, cell: number): number {
  const { ends, firsts, gap, from } = scanned;
  if (cell === 0) return from;
  return (ends[cell - 1] as number) + (cell === firsts[row] ? 1 : gap);
}

/** What the rows of a table share: the text that they stand in, and the columns of it that the table has. */
export interface TextTable {
  scanned: ScannedCells;
  kept: readonly number[];
}

/** A row of a scanned text: it knows where its values stand, and makes them when they are asked for. */
export class TextRow implements TableRow {
  private readonly table: TextTable;
  private readonly index: number;

  constructor(table: TextTable, index: number) {
    this.table = table;
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
    const part = emptyPart();
    return this.table.kept.map((_, column) => (this.find(column, part) ? textOfPart(part) : null));
  }

  find(column: number, part: TextPart): boolean {
    const { scanned, kept } = this.table;
    const first = scanned.firsts[this.index] as number;
    const cell = first + (kept[column] as number);
    if (cell >= (scanned.firsts[this.index + 1] as number)) return false;
    const start = cellStart(scanned, this.index, cell);
    return findValue(scanned.bytes, start, scanned.ends[cell] as number, part);
  }
}
