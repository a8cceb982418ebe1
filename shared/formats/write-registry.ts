import { FormatError } from './format-error.ts';
import { type Edges, edgeLosses } from './write/edge-losses.ts';
import { heldTable, type Unheld, unheldLosses } from './write/held-texts.ts';
import { toLayerCrs } from './write/table-in-crs.ts';
import type { Table } from './table.ts';
import type { Loss, Writer, WriteOptions, WrittenFile } from './write/writer.ts';

/** Formats that layers are written in, with the suffix of each. */
export const writtenFormats = {
  geojson: 'geojson',
  shapefile: 'shp',
  shapefileZip: 'zip',
  kml: 'kml',
  geopackage: 'gpkg',
  xlsx: 'xlsx',
  csv: 'csv',
} as const;
export type WrittenFormat = keyof typeof writtenFormats;

const writers: Record<WrittenFormat, () => Promise<Writer>> = {
  geojson: async () => (await import('./geojson/writer.ts')).geoJsonWriter,
  shapefile: async () => (await import('./shapefile/write.ts')).shapefileWriter,
  shapefileZip: async () => (await import('./shapefile/write-zip.ts')).zippedShapefileWriter,
  kml: async () => (await import('./kml/write.ts')).kmlWriter,
  geopackage: async () => (await import('./geopackage/write.ts')).geoPackageWriter,
  xlsx: async () => (await import('./xlsx/write.ts')).xlsxWriter,
  csv: async () => (await import('./csv/writer.ts')).csvWriter,
};

const edges: Record<WrittenFormat, Edges> = {
  geojson: 'kept',
  shapefile: 'trailing',
  shapefileZip: 'trailing',
  kml: 'both',
  geopackage: 'kept',
  xlsx: 'bothAndQuote',
  csv: 'bothAndQuote',
};

const unheld: Record<WrittenFormat, Unheld> = {
  geojson: 'none',
  shapefile: 'nought',
  shapefileZip: 'nought',
  kml: 'ofXml',
  geopackage: 'marks',
  xlsx: 'halves',
  csv: 'controls',
};

/** The format that a file's name asks for. @throws FormatError when it is none that is written */
export function writtenFormatOf(name: string): WrittenFormat {
  const suffix = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = suffix === 'json' ? 'geojson' : suffix;
  const found = (Object.keys(writtenFormats) as WrittenFormat[]).find(
    (format) => writtenFormats[format] === known,
  );
  if (!found) throw new FormatError('format.cannotWrite', { suffix: suffix || name.slice(0, 40) });
  return found;
}

async function inLayerCrs(tables: readonly Table[], crs: string): Promise<Table[]> {
  const placed: Table[] = [];
  for (const table of tables) placed.push(await toLayerCrs(table, crs));
  return placed;
}

/** What a format will lose of layers given in WGS84, before anything is written. */
export async function lossesOf(
  format: WrittenFormat,
  tables: readonly Table[],
  options: WriteOptions,
): Promise<Loss[]> {
  const writer = await writers[format]();
  const held = tables.map((table) => heldTable(table, unheld[format]));
  // How long a shape is as text depends on the digits that it has in the system of the file.
  const placed = format === 'xlsx' ? await inLayerCrs(held, options.crs) : held;
  return [
    ...writer.losses(placed, options),
    ...unheldLosses(tables, held),
    ...edgeLosses(held, edges[format]),
  ];
}

/**
 * Files of layers given in WGS84, in the format and the coordinate system asked for. `name` is the
 * name of the file without its suffix.
 * @throws FormatError when the system is unknown or the format cannot hold the layers
 */
export async function writeLayers(
  format: WrittenFormat,
  tables: readonly Table[],
  options: WriteOptions,
  name: string,
): Promise<WrittenFile[]> {
  const writer = await writers[format]();
  const held = tables.map((table) => heldTable(table, unheld[format]));
  return writer.write(await inLayerCrs(held, options.crs), options, name);
}
