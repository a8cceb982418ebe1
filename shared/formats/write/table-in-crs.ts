import { FormatError } from '#shared/formats/format-error.ts';
import { rowWith, type Table } from '#shared/formats/table.ts';
import { crsConverter } from '#shared/geo/crs/converter.ts';
import { mapPositions } from '#shared/geo/map-positions.ts';

/**
 * A table given in WGS84 with its geometries in another system.
 * @throws FormatError when the system is none that we know
 */
export async function toLayerCrs(table: Table, crs: string): Promise<Table> {
  if (crs === 'EPSG:4326' || crs === 'EPSG:4490') return table;
  const converter = await crsConverter(crs);
  if (!converter) throw new FormatError('format.badCrs', { crs: crs.slice(0, 80) });
  const rows = table.rows.map((row) =>
    rowWith(row, { geometry: row.geometry && mapPositions(row.geometry, converter.fromWgs84) }),
  );
  return { ...table, rows };
}
