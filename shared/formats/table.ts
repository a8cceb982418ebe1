import type { Geometry, Position } from 'geojson';
import { emptyPart, type TextPart, textOfPart } from '#shared/model/text-part.ts';

export type CellValue = string | number | boolean | null;

/** One feature of a layer or one row of a sheet. */
export interface TableRow {
  /** Number that the user can find it by: the sheet's row, or the feature counted from 1. */
  number: number;
  /** One value per column of the table. */
  cells: CellValue[];
  /** As in the file, [longitude, latitude] in degrees if the file is right; null when it has none. */
  geometry: Geometry | null;
  /** Why the row's geometry cannot be read (i18n key under `import.reason`); null when it can. */
  problem: string | null;
  /** A point's own numbers, where its geometry has been converted from another system. */
  original?: Position;
  /**
   * Says where the text of a cell stands, so that it can be read without a string being made of it; false
   * when the cell is empty. Only rows whose `cells` are made when they are asked for have it.
   */
  find?(column: number, part: TextPart): boolean;
}

/** Value of one cell; null when it is empty. */
export function cellOf(row: TableRow, column: number): CellValue {
  if (!row.find) return row.cells[column] ?? null;
  const part = emptyPart();
  return row.find(column, part) ? textOfPart(part) : null;
}

/** A row of its own with some things said anew. */
export function rowWith(row: TableRow, change: Partial<Omit<TableRow, 'find'>>): TableRow {
  const { number, cells, geometry, problem, original } = row;
  return { number, cells, geometry, problem, ...(original && { original }), ...change };
}

/** A layer or sheet as it stands in a file, before anybody says what it means. */
export interface Table {
  /** Name of the layer within the file; empty when there is only one. */
  layer: string;
  columns: string[];
  rows: TableRow[];
  /** Known of a list as long as that: no row has a geometry, or one that cannot be read. */
  isList?: boolean;
}

/** Names that would reach into an object's prototype when used as keys. */
const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a column's name can safely be a key of a record's attributes. */
export function isSafeKey(key: string): boolean {
  return key !== '' && !prototypeKeys.has(key);
}

/** A value of any kind as a cell: objects and lists become their JSON, what cannot be kept is null. */
export function toCell(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}
