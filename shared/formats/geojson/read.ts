import { FormatError } from '#shared/formats/format-error.ts';
import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { layerIds } from '#shared/formats/layer-ids.ts';
import { checkColumns, Meter } from '#shared/formats/limits.ts';
import { safeNames } from '#shared/formats/sheet/safe-names.ts';
import { atOnce, type Reading, rowsInTurn } from '#shared/formats/source/turns.ts';
import type { DeclaredCrs, ReadOptions, SourceLayer } from '#shared/formats/source/source.ts';
import { type CellValue, type Table, type TableRow, toCell } from '#shared/formats/table.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';
import { declaredCrs } from './crs.ts';
import { parseJson } from './parse-json.ts';
import { readGeometry } from './read-geometry.ts';

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/** Features of any GeoJSON object: a collection, one feature, or a bare geometry. */
function featuresOf(root: unknown): unknown[] {
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    throw new FormatError('format.geojson.notGeojson');
  }
  const { type, features } = root as Record<string, unknown>;
  if (type === 'FeatureCollection') {
    if (!Array.isArray(features)) throw new FormatError('format.geojson.noFeatures');
    return features;
  }
  if (type === 'Feature') return [root];
  if (typeof type === 'string' && geometryTypes.has(type)) {
    return [{ type: 'Feature', geometry: root, properties: {} }];
  }
  throw new FormatError('format.geojson.notGeojson');
}

function propertiesOf(feature: unknown): Record<string, unknown> {
  const { properties, id } = (feature ?? {}) as { properties?: unknown; id?: unknown };
  const own =
    typeof properties === 'object' && properties !== null && !Array.isArray(properties)
      ? (properties as Record<string, unknown>)
      : {};
  const named = (typeof id === 'string' || typeof id === 'number') && !Object.hasOwn(own, 'id');
  return named ? { ...own, id } : own;
}

function toRow(
  feature: unknown,
  number: number,
  columns: Map<string, number>,
  left: LeftOut,
): TableRow {
  const cells: CellValue[] = Array.from({ length: columns.size }, () => null);
  for (const [key, value] of Object.entries(propertiesOf(feature))) {
    const column = columns.get(key);
    if (column !== undefined) cells[column] = toCell(value);
  }
  const { type, geometry } = (feature ?? {}) as { type?: unknown; geometry?: unknown };
  const answer = type === 'Feature' ? readGeometry(geometry, left) : { problem: 'noFeature' };
  return 'problem' in answer
    ? { number, cells, geometry: null, problem: answer.problem }
    : { number, cells, geometry: answer.geometry, problem: null };
}

/** Rows by the layer each names in its property `layer`, as our own export of several layers does. */
function splitByLayer(table: Table): Table[] {
  const column = table.columns.indexOf('layer');
  if (column < 0) return [table];
  const layers = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const layer = String(row.cells[column]);
    if (!(layerIds as readonly string[]).includes(layer)) return [table];
    const rows = layers.get(layer);
    if (rows) rows.push(row);
    else layers.set(layer, [row]);
  }
  return [...layers].map(([layer, rows]) => withoutEmptyColumns({ ...table, layer, rows }));
}

function withoutEmptyColumns(table: Table): Table {
  const kept = table.columns
    .map((_, index) => index)
    .filter(
      (index) =>
        table.columns[index] !== 'layer' && table.rows.some((row) => row.cells[index] !== null),
    );
  return {
    ...table,
    columns: kept.map((index) => table.columns[index] as string),
    rows: table.rows.map((row) => ({
      ...row,
      cells: kept.map((index) => row.cells[index] as CellValue),
    })),
  };
}

/** Columns of a list of features: the names of all their properties, in order of appearance. */
function* columnsOf(features: readonly unknown[]): Reading<Map<string, number>> {
  const columns = new Map<string, number>();
  for (const [index, feature] of features.entries()) {
    if (index % rowsInTurn === 0) yield;
    for (const key of Object.keys(propertiesOf(feature))) {
      if (!columns.has(key)) columns.set(key, columns.size);
    }
    checkColumns(columns.size);
  }
  return columns;
}

/**
 * Layers of a list of GeoJSON features. A feature that cannot be read keeps its place as a row with
 * a problem.
 * @throws FormatError when there are none, or too many
 */
export function* layersOfFeatures(
  features: readonly unknown[],
  layer: string,
  of: Pick<SourceLayer, 'crs' | 'encoding' | 'problems'>,
): Reading<SourceLayer[]> {
  if (features.length === 0) throw new FormatError('format.geojson.empty');
  const columns = yield* columnsOf(features);
  new Meter().rows(features.length, columns.size);
  const left = new LeftOut();
  const rows: TableRow[] = [];
  for (const feature of features) {
    if (rows.length % rowsInTurn === 0) yield;
    rows.push(toRow(feature, rows.length + 1, columns, left));
  }
  const { names, problems } = safeNames([...columns.keys()]);
  const tables = splitByLayer({ layer, columns: names, rows });
  return tables.map((table, index) => ({
    ...table,
    ...of,
    problems: [...of.problems, ...(index === 0 ? [...problems, ...left.problems()] : [])],
  }));
}

/**
 * Layers of a GeoJSON file (RFC 7946, and the 2008 form with a `crs` member). Only a file that is
 * no GeoJSON at all throws.
 * @throws FormatError
 */
export function readGeoJson(bytes: Uint8Array, options: ReadOptions = {}): SourceLayer[] {
  return atOnce(geoJsonReading(bytes, options));
}

/** {@link readGeoJson} in steps. @throws FormatError */
export function* geoJsonReading(bytes: Uint8Array, options: ReadOptions): Reading<SourceLayer[]> {
  const decoded = decodeText(bytes, options.encoding);
  yield;
  const root = parseJson(decoded.text);
  const features = featuresOf(root);
  const crs: DeclaredCrs | null = declaredCrs((root as { crs?: unknown }).crs);
  return yield* layersOfFeatures(features, '', {
    crs,
    encoding: evidenceOf(decoded),
    problems: textProblems(decoded),
  });
}
