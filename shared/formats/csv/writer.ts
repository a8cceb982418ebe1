import type { Table } from '#shared/formats/table.ts';
import { columnKinds, namesOf } from '#shared/formats/write/column-kind.ts';
import { isPoints, withGeometryColumns } from '#shared/formats/write/geometry-columns.ts';
import type { Loss, Writer } from '#shared/formats/write/writer.ts';
import { writeCsv } from './write.ts';

function lossesOf(tables: readonly Table[]): Loss[] {
  const typed = tables.flatMap((table) => {
    const kinds = columnKinds(table);
    return table.columns.filter((_, index) => kinds[index] !== 'text');
  });
  const shapes = tables.filter((table) => !isPoints(table)).length;
  return [
    ...(typed.length > 0 ? [{ key: 'columnsAsText', params: namesOf(typed) }] : []),
    ...(shapes > 0 ? [{ key: 'shapesAsText', params: { count: shapes } }] : []),
    ...(tables.length > 1 ? [{ key: 'filesForLayers', params: { count: tables.length } }] : []),
  ];
}

/** CSV: positions as columns, other shapes as WKT; a file a layer. */
export const csvWriter: Writer = {
  losses: lossesOf,
  write: (tables, { crs }, name) =>
    tables.map((table, index) => ({
      name: index === 0 ? `${name}.csv` : `${name}_${index + 1}.csv`,
      bytes: writeCsv([withGeometryColumns(table, crs)]),
    })),
};
