import type { Position } from 'geojson';
import type { ImportField } from '#shared/formats/mapping/fields.ts';
import { readerColumns } from '#shared/formats/layer-ids.ts';
import { isSafeKey, type CellValue, type TableRow } from '#shared/formats/table.ts';
import { parseDegrees } from '#shared/formats/values/degrees.ts';
import { parseNumber } from '#shared/formats/values/number.ts';
import type { Attributes } from '#shared/model/primitives.ts';
import { type ImportSource, RowRefused } from './plan.ts';

/** Reads the rows of one table by field. Values that cannot be meant refuse their row. */
export class RowReader {
  private readonly source: ImportSource;
  private readonly columns = new Map<ImportField, number>();
  private readonly rest: number[];

  constructor(source: ImportSource) {
    this.source = source;
    const { columns } = source.table;
    for (const [field, name] of Object.entries(source.mapping.columns)) {
      const index = columns.indexOf(name);
      if (index >= 0) this.columns.set(field as ImportField, index);
    }
    const used = new Set(this.columns.values());
    this.rest = columns
      .map((_, index) => index)
      .filter((index) => {
        const column = columns[index] as string;
        const known = (readerColumns as readonly string[]).includes(column);
        return !used.has(index) && !known && isSafeKey(column);
      });
  }

  has(field: ImportField): boolean {
    return this.columns.has(field);
  }

  cell(row: TableRow, field: ImportField): CellValue {
    const index = this.columns.get(field);
    return index === undefined ? null : (row.cells[index] ?? null);
  }

  /** Text of a field without blanks at its ends, empty when there is none. */
  text(row: TableRow, field: ImportField, limit = 20_000): string {
    const cell = this.cell(row, field);
    const text = cell === null ? '' : String(cell).trim();
    if (text.length > limit) throw new RowRefused('tooLong', { column: this.name(field), limit });
    return text;
  }

  /** Number of a field, null when the cell is empty. */
  number(row: TableRow, field: ImportField): number | null {
    return this.measure(row, field, parseNumber);
  }

  /** Degrees of a field, null when the cell is empty. */
  degrees(row: TableRow, field: ImportField): number | null {
    return this.measure(row, field, parseDegrees);
  }

  /** Place in WGS84 of a position that columns give as [x, y]. */
  place(position: Position): Position {
    return this.source.toWgs84?.(position) ?? position;
  }

  /** Every value of the row that no field takes, by heading. */
  attributes(row: TableRow): Attributes {
    const attributes: Attributes = {};
    for (const index of this.rest) {
      const cell = row.cells[index] ?? null;
      if (cell !== null) attributes[this.source.table.columns[index] as string] = cell;
    }
    return attributes;
  }

  /** Heading of a field's column, for messages. */
  name(field: ImportField): string {
    return this.source.mapping.columns[field] ?? field;
  }

  private measure(
    row: TableRow,
    field: ImportField,
    parse: (cell: CellValue) => number | null,
  ): number | null {
    const cell = this.cell(row, field);
    if (cell === null || cell === '') return null;
    const value = parse(cell);
    if (value === null) {
      throw new RowRefused('badNumber', {
        column: this.name(field),
        value: String(cell).slice(0, 40),
      });
    }
    return value;
  }
}
