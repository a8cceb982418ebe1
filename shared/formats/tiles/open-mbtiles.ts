import * as z from 'zod';
import { FormatError } from '#shared/formats/format-error.ts';
import { SqliteFile, type SqlValue } from './sqlite-file.ts';
import { type ByteSource, type TileArchive, type TileArchiveInfo, ungzip } from './tile-archive.ts';

interface SchemaEntry {
  type: string;
  name: string;
  table: string;
  root: number;
  sql: string;
}

const unquote = (name: string) =>
  name
    .trim()
    .replace(/^["'`[]|["'`\]]$/g, '')
    .toLowerCase();

/** The names of a list in brackets, without what follows each. */
function namesIn(list: string): string[] {
  return list.split(',').map((part) => unquote(part.trim().split(/\s+/)[0] ?? ''));
}

/** Columns of a table in their order, from the text by which it was made. */
function columnsOf(sql: string): string[] {
  const body = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')')).replace(/\([^()]*\)/g, '');
  return namesIn(body).filter((name) => !/^(primary|unique|constraint|check|foreign)$/.test(name));
}

/** Columns of an index: its own, or those of the key that its table declares. */
function indexColumns(index: SchemaEntry, table: SchemaEntry): string[] {
  const list =
    index.sql === ''
      ? /(?:primary\s+key|unique)\s*\(([^)]*)\)/i.exec(table.sql)?.[1]
      : /\(([^)]*)\)[^()]*$/.exec(index.sql)?.[1];
  return namesIn(list ?? '');
}

type Key = Readonly<Record<string, SqlValue>>;
type Find = (key: Key) => Promise<Record<string, SqlValue> | null>;

/** How rows of a table are found by some of their columns; null when no index leads to them. */
function finder(
  file: SqliteFile,
  schema: readonly SchemaEntry[],
  name: string,
  by: readonly string[],
): Find | null {
  const table = schema.find((one) => one.type === 'table' && one.name === name);
  if (!table) return null;
  const columns = columnsOf(table.sql);
  const named = (values: readonly SqlValue[] | null) =>
    values && Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null]));
  const covers = (list: readonly string[]) =>
    by.every((column) => list.slice(0, by.length).includes(column));
  const pick = (list: readonly string[], key: Key) =>
    list.slice(0, by.length).map((column) => key[column] ?? null);

  if (/without\s+rowid\s*;?\s*$/i.test(table.sql)) {
    const order = namesIn(/primary\s+key\s*\(([^)]*)\)/i.exec(table.sql)?.[1] ?? '');
    if (!covers(order)) return null;
    const stored = [...order, ...columns.filter((column) => !order.includes(column))];
    return async (key) => {
      const values = await file.byKey(table.root, pick(order, key));
      return values && Object.fromEntries(stored.map((column, i) => [column, values[i] ?? null]));
    };
  }
  const [only] = by;
  if (
    by.length === 1 &&
    new RegExp(`\\b${only}["'\`\\]]?\\s+integer\\s+primary\\s+key`, 'i').test(table.sql)
  ) {
    return async (key) => {
      const id = key[only as string];
      return typeof id === 'number' ? named(await file.byRowId(table.root, id)) : null;
    };
  }
  for (const index of schema) {
    if (index.type !== 'index' || index.table !== name) continue;
    const order = indexColumns(index, table);
    if (!covers(order)) continue;
    return async (key) => {
      const entry = await file.byKey(index.root, pick(order, key));
      const id = entry?.at(-1);
      return typeof id === 'number' ? named(await file.byRowId(table.root, id)) : null;
    };
  }
  return null;
}

const json = z.object({ vector_layers: z.array(z.object({ id: z.string() })).catch([]) });

function layersOf(said: string): string[] {
  try {
    return json.parse(JSON.parse(said)).vector_layers.map(({ id }) => id);
  } catch {
    return [];
  }
}

function infoOf(said: ReadonlyMap<string, string>): TileArchiveInfo {
  const format = said.get('format')?.toLowerCase() ?? '';
  const isVector = ['pbf', 'mvt', 'application/x-protobuf'].includes(format);
  if (!isVector && !/^(image\/)?(png|jpe?g|webp)$/.test(format)) {
    throw new FormatError('format.tiles.cannotDraw', { kind: format.slice(0, 20) || 'MBTiles' });
  }
  const zoom = (key: string, otherwise: number) => {
    const value = Number.parseInt(said.get(key) ?? '', 10);
    return value >= 0 && value <= 24 ? value : otherwise;
  };
  const bounds = (said.get('bounds') ?? '').split(',').map(Number);
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  const hasBounds = bounds.length === 4 && bounds.every(Number.isFinite) && east > west;
  return {
    name: (said.get('name') ?? '').slice(0, 100),
    kind: isVector ? 'vector' : 'raster',
    minZoom: zoom('minzoom', 0),
    maxZoom: zoom('maxzoom', 18),
    bounds: hasBounds && north > south ? [west, south, east, north] : null,
    layers: layersOf(said.get('json') ?? ''),
    attribution: (said.get('attribution') ?? '').slice(0, 300),
  };
}

/** Signs by which a table is made, far more than tables of tiles take. */
const longestSql = 10_000;

const place = ['zoom_level', 'tile_column', 'tile_row'];

/** Tiles by their place, from the table of tiles or from the two that some programs keep instead. */
function tileFinder(file: SqliteFile, schema: readonly SchemaEntry[]): Find | null {
  const direct = finder(file, schema, 'tiles', place);
  if (direct) return direct;
  const map = finder(file, schema, 'map', place);
  const images = finder(file, schema, 'images', ['tile_id']);
  if (!map || !images) return null;
  return async (key) => {
    const found = await map(key);
    return found && images({ tile_id: found['tile_id'] ?? null });
  };
}

/**
 * An MBTiles file (1.3), whose tiles are read page by page by way of its index, so that its size does
 * not matter.
 */
export async function openMbtiles(source: ByteSource): Promise<TileArchive> {
  const file = await SqliteFile.open(source);
  const schema = (await file.rows(1)).map(
    ([type, name, table, root, sql]): SchemaEntry => ({
      type: String(type),
      name: String(name).toLowerCase(),
      table: String(table).toLowerCase(),
      root: Number(root),
      sql: typeof sql === 'string' ? sql.slice(0, longestSql) : '',
    }),
  );
  const metadata = schema.find(({ type, name }) => type === 'table' && name === 'metadata');
  if (!metadata || !schema.some(({ name }) => name === 'tiles')) {
    throw new FormatError('format.tiles.noTiles');
  }
  const find = tileFinder(file, schema);
  if (!find) throw new FormatError('format.tiles.noIndex');
  const said = new Map(
    (await file.rows(metadata.root)).map(([name, value]) => [String(name), String(value ?? '')]),
  );
  const info = infoOf(said);
  return {
    info,
    tile: async (zoom, x, y) => {
      // Rows count from the south.
      const row = 2 ** zoom - 1 - y;
      const found = await find({ zoom_level: zoom, tile_column: x, tile_row: row });
      const data = found?.['tile_data'];
      return data instanceof Uint8Array ? ungzip(data) : null;
    },
  };
}
