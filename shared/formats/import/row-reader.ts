import type { Position } from 'geojson';
import type { ImportField } from '#shared/formats/mapping/fields.ts';
import { readerColumns, reasonHeadings } from '#shared/formats/layer-ids.ts';
import { type CellValue, cellOf, isSafeKey, type TableRow } from '#shared/formats/table.ts';
import { parseDegrees } from '#shared/formats/values/degrees.ts';
import { plainNumberIn } from '#shared/formats/values/plain.ts';
import { parseNumber } from '#shared/formats/values/number.ts';
import { hasMaskedPhone } from '#shared/model/mask-phone.ts';
import type { Attributes } from '#shared/model/primitives.ts';
import {
  emptyPart,
  partOfText,
  type TextPart,
  textOfPart,
  unitCount,
} from '#shared/model/text-part.ts';
import { originalPlace, withoutOriginal } from './original-place.ts';
import { type ImportSource, RowRefused } from './plan.ts';

const ignored: readonly string[] = [...readerColumns, ...reasonHeadings];

/** Reads the rows of one table by field. Values that cannot be meant refuse their row. */
export class RowReader {
  private readonly source: ImportSource;
  private readonly columns = new Map<ImportField, number>();
  private readonly rest: number[];
  private readonly found = emptyPart();

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
        return !used.has(index) && !ignored.includes(column) && isSafeKey(column);
      });
  }

  has(field: ImportField): boolean {
    return this.columns.has(field);
  }

  cell(row: TableRow, field: ImportField): CellValue {
    const index = this.columns.get(field);
    return index === undefined ? null : cellOf(row, index);
  }

  /**
   * Where the text of a field stands, without blanks at its ends; null when there is none. The answer is
   * good until the next part is asked for, the bytes that it names for longer.
   * @throws RowRefused when it is longer than `limit`
   */
  part(row: TableRow, field: ImportField, limit = 20_000): TextPart | null {
    const index = this.columns.get(field);
    const { found } = this;
    if (index === undefined || !this.find(row, index)) return null;
    if (found.to - found.from > limit && unitCount(found) > limit) {
      throw new RowRefused('tooLong', { column: this.name(field), limit });
    }
    return found;
  }

  /** Text of a field without blanks at its ends, empty when there is none. */
  text(row: TableRow, field: ImportField, limit = 20_000): string {
    const part = this.part(row, field, limit);
    return part ? textOfPart(part) : '';
  }

  /** Telephone numbers of a field; empty where they were masked, which tells nothing. */
  phone(row: TableRow, limit: number): string {
    const text = this.text(row, 'phone', limit);
    return hasMaskedPhone(text) ? '' : text;
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

  /**
   * Every value of the row that no field takes, by heading, laid over what a record has already; and
   * where the place came from, if that was another system and the place is a new one.
   */
  attributes(row: TableRow, known: Attributes | undefined, samePlace: boolean): Attributes {
    const attributes = samePlace ? { ...known } : withoutOriginal(known);
    for (const index of this.rest) {
      const cell = cellOf(row, index);
      // A number that was masked on the way out says nothing: what is known stays.
      if (cell !== null && !hasMaskedPhone(String(cell)))
        attributes[this.source.table.columns[index] as string] = cell;
    }
    if (samePlace) return attributes;
    return Object.assign(
      attributes,
      originalPlace(this.source.system, () => this.originalPoint(row)),
    );
  }

  /** The numbers of a row that is a point, as its file has them. */
  private originalPoint(row: TableRow): Position | null {
    if (row.geometry) return row.original ?? null;
    const x = parseDegrees(this.cell(row, 'longitude'));
    const y = parseDegrees(this.cell(row, 'latitude'));
    return x === null || y === null ? null : [x, y];
  }

  /** Heading of a field's column, for messages. */
  name(field: ImportField): string {
    return this.source.mapping.columns[field] ?? field;
  }

  private find(row: TableRow, index: number): boolean {
    const { found } = this;
    if (row.find) return row.find(index, found);
    Object.assign(found, partOfText(String(row.cells[index] ?? '').trim()));
    return found.to > 0;
  }

  private measure(
    row: TableRow,
    field: ImportField,
    parse: (cell: CellValue) => number | null,
  ): number | null {
    const index = this.columns.get(field);
    if (index === undefined || (row.find && !this.find(row, index))) return null;
    const plain = row.find ? plainNumberIn(this.found) : Number.NaN;
    if (!Number.isNaN(plain)) return plain;
    const cell = cellOf(row, index);
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
