import type { Feature } from 'geojson';
import type { Table, TableRow } from '#shared/formats/table.ts';
import { rightHand } from './right-hand.ts';

/**
 * The feature of a row. `layer` is the property that names its table and what it is called, null where
 * there is only one; `all` has it name the columns that are empty too, so that readers know of them.
 */
function toFeature(
  table: Table,
  row: TableRow,
  layer: readonly [string, string] | null,
  all: boolean,
): Feature {
  const properties: Record<string, unknown> = layer ? { [layer[0]]: layer[1] } : {};
  table.columns.forEach((column, index) => {
    const cell = row.cells[index] ?? null;
    if (cell !== null || all) properties[column] = cell;
  });
  const geometry = row.geometry && rightHand(row.geometry);
  return { type: 'Feature', properties, geometry } as Feature;
}

/** The property by which the features of several tables are told apart: `layer`, unless a column has that name. */
export function layerProperty(tables: readonly Table[]): string {
  const taken = new Set(tables.flatMap(({ columns }) => columns));
  let name = 'layer';
  for (let copy = 2; taken.has(name); copy += 1) name = `layer_${copy}`;
  return name;
}

/**
 * One FeatureCollection (RFC 7946, WGS84), a feature a line. Of several tables, each feature names
 * its own in the property `layer`; the first of each names all its columns. `members` are written beside
 * `features`.
 */
export function writeGeoJson(
  tables: readonly Table[],
  members: Readonly<Record<string, unknown>> = {},
): Uint8Array<ArrayBuffer> {
  const head = Object.entries({ type: 'FeatureCollection', ...members })
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`)
    .join('');
  const property = tables.length > 1 ? layerProperty(tables) : null;
  const features = tables.flatMap((table) => {
    const layer = property === null ? null : ([property, table.layer] as const);
    return table.rows.map((row, index) =>
      JSON.stringify(toFeature(table, row, layer, index === 0)),
    );
  });
  return new TextEncoder().encode(`{${head}"features":[\n${features.join(',\n')}\n]}\n`);
}
