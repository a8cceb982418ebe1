import type { Problem } from '#shared/formats/source/problem.ts';
import type { Table } from '#shared/formats/table.ts';
import { type TextPart, textOfPart } from '#shared/model/text-part.ts';

/** 1.10108E+11, as spreadsheets write long codes into CSV: the last digits are lost. */
const rounded = /^\d(?:\.\d{1,6})?E\+(?:0?9|1\d)$/i;
const plus = 0x2b;
/** A number of sixteen digits. */
const firstRounded = 1e15;

/** Whether a cell may be a rounded code, told without looking at more than two of its signs. */
function mayBeRounded({ bytes, from, to }: TextPart): boolean {
  if (to - from < 4 || to - from > 13) return false;
  return bytes[to - 3] === plus || bytes[to - 2] === plus;
}

/** Counts by column the long codes that a spreadsheet has rounded; what is lost cannot be had back. */
export class RoundedCodes {
  /** How many there are by column, and the first row that has one. */
  readonly found = new Map<number, { count: number; row: number }>();

  /** Takes one cell in; `row` is its number in the sheet. */
  look(part: TextPart, column: number, row: number): void {
    if (mayBeRounded(part)) this.lookText(textOfPart(part), column, row);
  }

  lookText(text: string, column: number, row: number): void {
    if (text.length <= 13 && rounded.test(text)) this.count(column, row);
  }

  /** Takes a number in: spreadsheets keep fifteen digits of it. */
  lookNumber(value: number, column: number, row: number): void {
    if (Number.isInteger(value) && Math.abs(value) >= firstRounded) this.count(column, row);
  }

  /** Takes in what was counted in rows further down, of which `before` come before the first. */
  join(further: RoundedCodes['found'], before: number): void {
    for (const [column, { count, row }] of further) {
      const tally = this.found.get(column);
      if (tally) tally.count += count;
      else this.found.set(column, { count, row: before + row });
    }
  }

  problems(columns: readonly string[]): Problem[] {
    return [...this.found].map(([column, tally]) => ({
      key: 'codesRounded',
      params: { column: columns[column] ?? '', ...tally },
    }));
  }

  private count(column: number, row: number): void {
    const tally = this.found.get(column);
    if (tally) tally.count += 1;
    else this.found.set(column, { count: 1, row });
  }
}

/** Columns of a table whose long codes a spreadsheet has rounded. */
export function roundedCodes(table: Table): Problem[] {
  const codes = new RoundedCodes();
  for (const { cells, number } of table.rows) {
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (typeof cell === 'number') codes.lookNumber(cell, column, number);
      if (typeof cell === 'string') codes.lookText(cell, column, number);
    }
  }
  return codes.problems(table.columns);
}
