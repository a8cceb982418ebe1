import { writeCsv } from '#shared/formats/csv/write.ts';
import type { Table } from '#shared/formats/table.ts';
import { workbookBytes } from '#shared/formats/xlsx/write.ts';

/** Kinds of files that a list can be saved as. */
export const listFormats = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof listFormats)[number];

/** Lists as one file: a workbook with a sheet for each, or all of them in one text. */
export function listFile(tables: readonly Table[], format: ListFormat): Uint8Array<ArrayBuffer> {
  return format === 'xlsx' ? workbookBytes(tables) : writeCsv(tables);
}

/** A list from its headings and rows. */
export function listTable(
  layer: string,
  columns: readonly string[],
  rows: readonly (readonly Table['rows'][number]['cells'][number][])[],
): Table {
  return {
    layer,
    columns: [...columns],
    rows: rows.map((cells, i) => ({
      number: i + 1,
      cells: [...cells],
      geometry: null,
      problem: null,
    })),
  };
}
