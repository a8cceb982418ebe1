import type { Position } from 'geojson';
import type { ImportField } from '#shared/formats/mapping/fields.ts';
import { readerColumns, reasonHeadings } from '#shared/formats/layer-ids.ts';
import { type CellValue, cellOf, isSafeKey, type TableRow } from '#shared/formats/table.ts';
import { parseDegrees } from '#shared/formats/values/degrees.ts';
import { hasMaskedPhone } from '#shared/model/mask-phone.ts';
import type { Attributes } from '#shared/model/primitives.ts';
import { FieldReader } from './field-reader.ts';
import { originalPlace, withoutOriginal } from './original-place.ts';
import type { ImportSource } from './plan.ts';

const ignored: readonly string[] = [...readerColumns, ...reasonHeadings];

/** Reads the rows of one table by field. Values that cannot be meant refuse their row. */
export class RowReader {
  private readonly source: ImportSource;
  private readonly fields = new Map<ImportField, FieldReader>();
  private readonly rest: number[];
  readonly longitude: FieldReader;
  readonly latitude: FieldReader;

  constructor(source: ImportSource) {
    this.source = source;
    const { columns } = source.table;
    const used = new Set<number>();
    for (const [field, name] of Object.entries(source.mapping.columns)) {
      const index = columns.indexOf(name);
      if (index >= 0) used.add(index);
      this.fields.set(field as ImportField, new FieldReader(name, index));
    }
    this.longitude = this.field('longitude');
    this.latitude = this.field('latitude');
    this.rest = columns
      .map((_, index) => index)
      .filter((index) => {
        const column = columns[index] as string;
        return !used.has(index) && !ignored.includes(column) && isSafeKey(column);
      });
  }

  /** The reader of one field: who reads a million rows asks for it once. */
  field(field: ImportField): FieldReader {
    let reader = this.fields.get(field);
    if (!reader) {
      reader = new FieldReader(field, -1);
      this.fields.set(field, reader);
    }
    return reader;
  }

  has(field: ImportField): boolean {
    return this.field(field).isThere;
  }

  cell(row: TableRow, field: ImportField): CellValue {
    return this.field(field).cell(row);
  }

  /** See {@link FieldReader.text}. @throws RowRefused when it is longer than `limit` */
  text(row: TableRow, field: ImportField, limit?: number): string {
    return this.field(field).text(row, limit);
  }

  /** Telephone numbers of a field; empty where they were masked, which tells nothing. */
  phone(row: TableRow, limit: number): string {
    const text = this.text(row, 'phone', limit);
    return hasMaskedPhone(text) ? '' : text;
  }

  /** Number of a field, null when the cell is empty. @throws RowRefused when it is none */
  number(row: TableRow, field: ImportField): number | null {
    return this.field(field).number(row);
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
    return this.field(field).name;
  }
}
