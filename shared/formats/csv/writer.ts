import { limits } from '#shared/formats/limits.ts';
import { sheetLosses } from '#shared/formats/sheet/sheet-losses.ts';
import type { Table } from '#shared/formats/table.ts';
import { columnKinds, namesOf } from '#shared/formats/write/column-kind.ts';
import { distinctNames } from '#shared/formats/write/distinct-names.ts';
import { safeFileName } from '#shared/formats/write/file-names.ts';
import { isPoints, withGeometryColumns } from '#shared/formats/write/geometry-columns.ts';
import type { Loss, Writer, WriteOptions } from '#shared/formats/write/writer.ts';
import { writeCsv } from './write.ts';

function hugeCells(tables: readonly Table[]): number {
  let count = 0;
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      for (const cell of cells)
        if (typeof cell === 'string' && cell.length > limits.cellLength) count += 1;
    }
  }
  return count;
}

/** A file a layer, called after it. */
function fileNames(tables: readonly Table[], name: string): string[] {
  if (tables.length === 1) return [name];
  return distinctNames(
    tables.map(({ layer }) => (layer === '' ? name : `${name}_${safeFileName(layer)}`)),
  );
}

function lossesOf(tables: readonly Table[], { crs }: WriteOptions): Loss[] {
  const huge = hugeCells(tables);
  const typed = tables.flatMap((table) => {
    const kinds = columnKinds(table);
    return table.columns.filter((_, index) => kinds[index] !== 'text');
  });
  const shapes = tables.filter((table) => !isPoints(table)).length;
  return [
    ...(typed.length > 0 ? [{ key: 'columnsAsText', params: namesOf(typed) }] : []),
    ...(shapes > 0 ? [{ key: 'shapesAsText', params: { count: shapes } }] : []),
    ...(huge > 0 ? [{ key: 'cellsHuge', params: { count: huge, limit: limits.cellLength } }] : []),
    ...sheetLosses(
      tables.map((table) => withGeometryColumns(table, crs)),
      { unheld: 'controls', asText: true },
    ),
    ...(tables.length > 1 ? [{ key: 'filesForLayers', params: { count: tables.length } }] : []),
  ];
}

/** CSV: positions as columns, other shapes as WKT; a file a layer. */
export const csvWriter: Writer = {
  losses: lossesOf,
  write: (tables, { crs }, name) => {
    const names = fileNames(tables, name);
    return tables.map((table, index) => ({
      name: `${names[index]}.csv`,
      bytes: writeCsv([withGeometryColumns(table, crs)]),
    }));
  },
};
