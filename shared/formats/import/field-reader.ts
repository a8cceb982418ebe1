import { type CellValue, cellOf, type TableRow } from '#shared/formats/table.ts';
import { parseDegrees } from '#shared/formats/values/degrees.ts';
import { parseNumber } from '#shared/formats/values/number.ts';
import { plainNumberIn } from '#shared/formats/values/plain.ts';
import {
  emptyPart,
  partOfText,
  type TextPart,
  textOfPart,
  unitCount,
} from '#shared/model/text-part.ts';
import { RowRefused } from './plan.ts';

/** Reads the values of one field from rows. Values that cannot be meant refuse their row. */
export class FieldReader {
  /** Heading of its column, for messages. */
  readonly name: string;
  private readonly column: number;
  private readonly found = emptyPart();

  /** @param column place in the table of the column that holds the field; -1 when none does */
  constructor(name: string, column: number) {
    this.name = name;
    this.column = column;
  }

  /** Whether the table has the field. */
  get isThere(): boolean {
    return this.column >= 0;
  }

  cell(row: TableRow): CellValue {
    return this.column < 0 ? null : cellOf(row, this.column);
  }

  /**
   * Where the text of a row stands, without blanks at its ends; null when there is none. The answer is
   * good until the next row is asked for, the bytes that it names for longer.
   * @throws RowRefused when it is longer than `limit`
   */
  part(row: TableRow, limit = 20_000): TextPart | null {
    if (this.column < 0 || !this.find(row)) return null;
    const { found } = this;
    if (found.to - found.from > limit && unitCount(found) > limit) {
      throw new RowRefused('tooLong', { column: this.name, limit });
    }
    return found;
  }

  /** Text of a row without blanks at its ends, empty when there is none. */
  text(row: TableRow, limit = 20_000): string {
    const part = this.part(row, limit);
    return part ? textOfPart(part) : '';
  }

  /** Number of a row, null when the cell is empty. */
  number(row: TableRow): number | null {
    return this.measure(row, parseNumber);
  }

  /** Degrees of a row, null when the cell is empty. */
  degrees(row: TableRow): number | null {
    return this.measure(row, parseDegrees);
  }

  private find(row: TableRow): boolean {
    const { found } = this;
    if (row.find) return row.find(this.column, found);
    Object.assign(found, partOfText(String(row.cells[this.column] ?? '').trim()));
    return found.to > 0;
  }

  private measure(row: TableRow, parse: (cell: CellValue) => number | null): number | null {
    if (this.column < 0 || (row.find && !this.find(row))) return null;
    const plain = row.find ? plainNumberIn(this.found) : Number.NaN;
    if (!Number.isNaN(plain)) return plain;
    const cell = this.cell(row);
    if (cell === null || cell === '') return null;
    const value = parse(cell);
    if (value === null) {
      throw new RowRefused('badNumber', { column: this.name, value: String(cell).slice(0, 40) });
    }
    return value;
  }
}
