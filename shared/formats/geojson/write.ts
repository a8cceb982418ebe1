import type { Feature } from 'geojson';
import type { Table, TableRow } from '#shared/formats/table.ts';
import { rightHand } from './right-hand.ts';

function toFeature(table: Table, row: TableRow, layer: string): Feature {
  const properties: Record<string, unknown> = layer === '' ? {} : { layer };
  table.columns.forEach((column, index) => {
    const cell = row.cells[index] ?? null;
    if (cell !== null) properties[column] = cell;
  });
  const geometry = row.geometry && rightHand(row.geometry);
  return { type: 'Feature', properties, geometry } as Feature;
}

/**
 * One FeatureCollection (RFC 7946, WGS84), a feature a line. Of several tables, each feature names
 * its own in the property `layer`. `members` are written beside `features`.
 */
export function writeGeoJson(
  tables: readonly Table[],
  members: Readonly<Record<string, unknown>> = {},
): Uint8Array<ArrayBuffer> {
  const head = Object.entries({ type: 'FeatureCollection', ...members })
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`)
    .join('');
  const features = tables.flatMap((table) =>
    table.rows.map((row) =>
      JSON.stringify(toFeature(table, row, tables.length > 1 ? table.layer : '')),
    ),
  );
  return new TextEncoder().encode(`{${head}"features":[\n${features.join(',\n')}\n]}\n`);
}
