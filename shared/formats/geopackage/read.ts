import type { Database, SqlValue } from 'sql.js';
import { FormatError } from '#shared/formats/format-error.ts';
import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { type ReadAnswer, rowGeometryOf } from '#shared/formats/geometry/tidy-geometry.ts';
import { checkColumns, Meter } from '#shared/formats/limits.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type {
  DeclaredCrs,
  ReadOptions,
  Source,
  SourceLayer,
} from '#shared/formats/source/source.ts';
import { type Pause, rowsInTurn } from '#shared/formats/source/turns.ts';
import { safeNames } from '#shared/formats/sheet/safe-names.ts';
import type { CellValue, TableRow } from '#shared/formats/table.ts';
import { crsNamed } from '#shared/geo/crs/crs-named.ts';
import { crsOfWkt } from '#shared/geo/crs/crs-of-wkt.ts';
import { withDatabase } from './open-database.ts';
import { readGpkgBlob } from './gpkg-blob.ts';
import { query, readTable, realTables, type Row, textOf } from './file-tables.ts';
import type { ReadColumn, ReadTable } from './plain-view.ts';
import { rolledBack } from './rollback-journal.ts';
import { withWriteAheadLog } from './write-ahead-log.ts';

function declaredCrs(database: Database, id: SqlValue | undefined): DeclaredCrs | null {
  // 0 and -1 stand for "unknown"; other tables are not there at all in a damaged file.
  if (typeof id !== 'number' || id === 0 || id === -1) return null;
  const [row] = query(database, 'SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?', [id]);
  const from = 'gpkg_spatial_ref_sys';
  if (!row) return { id: crsNamed(String(id)), text: `SRS ${id}`, from };
  const organization = textOf(row['organization']);
  const code = textOf(row['organization_coordsys_id']);
  const known = /^epsg$/i.test(organization) ? crsNamed(`EPSG:${code}`) : null;
  // What the older form of a definition cannot say stands in a column of its own (clause F.10).
  const older = textOf(row['definition']);
  const isSaid = older !== '' && older.toLowerCase() !== 'undefined';
  const wkt = crsOfWkt(isSaid ? older : textOf(row['definition_12_063']));
  return {
    id: known ?? wkt.id ?? crsNamed(textOf(row['srs_name'])),
    text: (textOf(row['srs_name']) || `${organization}:${code}`).slice(0, 80),
    from,
  };
}

/** How a column is read: SQLite's numbers of 64 bits come as texts where a double would round them. */
function selected({ term: column, type }: ReadColumn): string {
  if (!/int/i.test(type)) return column;
  const most = Number.MAX_SAFE_INTEGER;
  return `CASE WHEN typeof(${column}) = 'integer' AND (${column} > ${most} OR ${column} < -${most}) THEN CAST(${column} AS TEXT) ELSE ${column} END`;
}

function cellOf(value: SqlValue, isBoolean: boolean): CellValue {
  if (value instanceof Uint8Array) return null;
  if (isBoolean && (value === 0 || value === 1)) return value === 1;
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

function answerOf(blob: SqlValue, left: LeftOut): ReadAnswer {
  if (blob === null) return { geometry: null };
  return blob instanceof Uint8Array ? readGpkgBlob(blob, left) : { problem: 'badGeometry' };
}

class TableReader {
  private readonly database: Database;
  private readonly meter: Meter;

  private readonly pause: Pause | undefined;

  constructor(database: Database, meter: Meter, pause: Pause | undefined) {
    this.database = database;
    this.meter = meter;
    this.pause = pause;
  }

  async read(
    { columns: info, from }: ReadTable,
    label: string,
    geometry: Row | undefined,
  ): Promise<SourceLayer> {
    const column = textOf(geometry?.['column_name']).toLowerCase();
    const keyed = info.filter(({ isKey }) => isKey);
    const kept = info.filter(
      ({ name, isKey, type }) =>
        name.toLowerCase() !== column &&
        // The row's own number, which every table has, is nothing of the user's.
        !(isKey && keyed.length === 1 && /^integer$/i.test(type)),
    );
    checkColumns(kept.length);
    const { names: columns, problems: named } = safeNames(kept.map(({ name }) => name));
    const terms = kept.map(selected);
    const blobs = kept.some(({ type }) => /^(blob|image)/i.test(type));
    const shape = info.find(({ name }) => name.toLowerCase() === column);
    const booleans = kept.map(({ type }) => /^bool/i.test(type));
    const left = new LeftOut();
    const rows = await this.rows(from, terms, shape?.term ?? null, booleans, left);
    const problems: Problem[] = [...named, ...left.problems()];
    if (blobs) problems.push({ key: 'blobsLeft', params: {} });
    return {
      layer: label,
      columns,
      rows,
      crs: geometry ? declaredCrs(this.database, geometry['srs_id']) : null,
      encoding: null,
      problems,
    };
  }

  private async rows(
    from: string,
    terms: readonly string[],
    shape: string | null,
    booleans: readonly boolean[],
    left: LeftOut,
  ): Promise<TableRow[]> {
    const wanted = [...terms, ...(shape === null ? [] : [shape])];
    if (wanted.length === 0) return [];
    const statement = this.database.prepare(`SELECT ${wanted.join(', ')} FROM ${from}`);
    const rows: TableRow[] = [];
    try {
      while (statement.step()) {
        if (rows.length % rowsInTurn === 0) await this.pause?.();
        const values = statement.get();
        this.meter.rows(1, wanted.length);
        const blob = shape === null ? null : (values[terms.length] ?? null);
        if (blob instanceof Uint8Array) this.meter.positions(blob.length / 16);
        rows.push({
          number: rows.length + 1,
          cells: terms.map((_, i) => cellOf(values[i] ?? null, booleans[i] === true)),
          ...rowGeometryOf(answerOf(blob, left)),
        });
      }
    } finally {
      statement.free();
    }
    return rows;
  }
}

/** Tables in which programs keep how they show a file. */
const ofPrograms = new Set(['layer_styles', 'qgis_projects']);

/** The layers of features and tables of attributes that a GeoPackage lists in its contents. */
async function layersOf(database: Database, pause: Pause | undefined): Promise<SourceLayer[]> {
  const tables = realTables(database);
  if (!tables.has('gpkg_contents')) throw new FormatError('format.gpkg.notGpkg');
  const contents = query(database, 'SELECT * FROM gpkg_contents');
  const geometries = tables.has('gpkg_geometry_columns')
    ? query(database, 'SELECT * FROM gpkg_geometry_columns')
    : [];
  const reader = new TableReader(database, new Meter(), pause);
  const left: string[] = [];
  const layers: SourceLayer[] = [];
  for (const content of contents) {
    const name = textOf(content['table_name']);
    const kind = textOf(content['data_type']).toLowerCase();
    const isLayer = ['features', 'attributes', 'aspatial'].includes(kind);
    const isWanted = isLayer && !ofPrograms.has(name.toLowerCase());
    const table = isWanted ? readTable(database, tables, name) : null;
    if (!table) {
      left.push(name.slice(0, 60));
      continue;
    }
    const same = (row: Row) => textOf(row['table_name']).toLowerCase() === name.toLowerCase();
    const layer = await reader.read(table, name, geometries.find(same));
    if (layer.rows.length > 0) layers.push(layer);
    else left.push(name.slice(0, 60));
  }
  const [first] = layers;
  if (!first) throw new FormatError('format.gpkg.noLayers');
  if (left.length > 0) {
    first.problems.push({
      key: 'layersLeft',
      params: { count: left.length, names: left.slice(0, 5).join('、') },
    });
  }
  return layers;
}

/**
 * Whether a database keeps what was changed last in a file beside it (byte 18 of its header), as
 * programs do while they have it open.
 */
const keepsLog = (bytes: Uint8Array) => bytes[18] === 2;

/** What SQLite says of rows that break a rule of their table; all else that it says is damage. */
const ruleBroken = /^(ok$|NULL value|CHECK constraint|non-unique)/i;

/** The layers of a database that was put together with its log, which may be that of another. @throws FormatError */
async function soundLayersOf(database: Database, pause: Pause | undefined): Promise<SourceLayer[]> {
  const found = query(database, 'PRAGMA quick_check(5)').flatMap((row) => Object.values(row));
  if (!found.every((one) => ruleBroken.test(textOf(one))))
    throw new FormatError('format.gpkg.broken');
  return layersOf(database, pause);
}

/** The layers of a database that was put together; null when that shows to have been wrong. @throws FormatError */
async function layersPutTogether(
  bytes: Uint8Array<ArrayBuffer>,
  pause: Pause | undefined,
): Promise<SourceLayer[] | null> {
  try {
    return await withDatabase(bytes, (database) => soundLayersOf(database, pause));
  } catch (error) {
    if (error instanceof FormatError && error.key === 'format.gpkg.broken') return null;
    throw error;
  }
}

/** The layers with what the log beside the database holds. @throws FormatError */
async function layersWithLog(
  { bytes, parts }: Source,
  pause: Pause | undefined,
): Promise<SourceLayer[]> {
  const log = parts.get('gpkg-wal');
  const whole = log ? withWriteAheadLog(bytes, log) : null;
  const layers = whole && (await layersPutTogether(whole.bytes, pause));
  if (layers) {
    if (whole.isCut) layers[0]?.problems.push({ key: 'walCut', params: {} });
    return layers;
  }
  const found = await withDatabase(bytes, (database) => layersOf(database, pause));
  found[0]?.problems.push({ key: log ? 'walUnread' : 'openElsewhere', params: {} });
  return found;
}

/** The layers as they were before the change that the journal beside the database was made for. @throws FormatError */
async function layersBefore(
  bytes: Uint8Array<ArrayBuffer>,
  journal: Uint8Array<ArrayBuffer>,
  pause: Pause | undefined,
): Promise<SourceLayer[]> {
  const before = rolledBack(bytes, journal);
  if (before === bytes) return withDatabase(bytes, (database) => layersOf(database, pause));
  const layers = before && (await layersPutTogether(before, pause));
  // Half of a change may stand in the file: it is read as it is only where that shows nowhere.
  const found = layers ?? (await withDatabase(bytes, (database) => soundLayersOf(database, pause)));
  found[0]?.problems.push({ key: layers ? 'journalUsed' : 'journalUnread', params: {} });
  return found;
}

/**
 * Layers of a GeoPackage (OGC 12-128), with what was written last into the log beside it, and without a
 * change that broke off. Raster tiles, views that are
 * more than a choice of columns and rows, and empty tables are left out and named.
 * @throws FormatError
 */
export async function readGeoPackage(
  source: Source,
  { pause }: ReadOptions = {},
): Promise<SourceLayer[]> {
  if (keepsLog(source.bytes)) return layersWithLog(source, pause);
  const journal = source.parts.get('gpkg-journal');
  if (journal) return layersBefore(source.bytes, journal, pause);
  return withDatabase(source.bytes, (database) => layersOf(database, pause));
}
