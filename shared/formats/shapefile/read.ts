import { FormatError } from '#shared/formats/format-error.ts';
import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { Meter } from '#shared/formats/limits.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type {
  DeclaredCrs,
  ReadOptions,
  Source,
  SourceLayer,
} from '#shared/formats/source/source.ts';
import { inTurns, type Reading, rowsInTurn } from '#shared/formats/source/turns.ts';
import type { TableRow } from '#shared/formats/table.ts';
import { decodeText } from '#shared/formats/text/decode-text.ts';
import { crsOfWkt } from '#shared/geo/crs/crs-of-wkt.ts';
import { type DbfTable, readDbf } from './read-dbf.ts';
import { readShape } from './read-shape.ts';
import { shapeRecords } from './shape-records.ts';

/** Text of a small part beside the .shp; null when there is none or it is no text. */
function partText(source: Source, suffix: string): string | null {
  const bytes = source.parts.get(suffix);
  if (!bytes || bytes.length === 0 || bytes.length > 100_000) return null;
  try {
    return decodeText(bytes).text.trim();
  } catch {
    return null;
  }
}

function declaredCrs(source: Source): DeclaredCrs | null {
  const text = partText(source, 'prj');
  if (text === null || text === '') return null;
  const { id, name } = crsOfWkt(text);
  return { id, text: name, from: '.prj' };
}

function* attributes(source: Source, options: ReadOptions): Reading<DbfTable | null> {
  const bytes = source.parts.get('dbf');
  if (!bytes) return null;
  return yield* readDbf(
    bytes,
    partText(source, 'cpg') ?? partText(source, 'cst'),
    options.encoding,
  );
}

/** Layer named after its file, without folders and suffix. */
export function layerName(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
}

/**
 * The layer of a shapefile: shapes of the .shp, attributes of the .dbf, encoding of the .cpg and
 * coordinate system of the .prj, of which only the .shp must be there. A shape that cannot be read
 * keeps its place as a row with a problem.
 * @throws FormatError
 */
export function readShapefile(source: Source, options: ReadOptions): Promise<SourceLayer[]> {
  return inTurns(shapefileReading(source, options), options.pause);
}

function* shapefileReading(source: Source, options: ReadOptions): Reading<SourceLayer[]> {
  const { places, problems } = shapeRecords(source.bytes, source.parts.get('shx'));
  const table = yield* attributes(source, options);
  const view = new DataView(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  const meter = new Meter();
  meter.rows(places.length, 1);
  const rows: TableRow[] = [];
  const left = new LeftOut();
  const noCells = (table?.columns ?? []).map(() => null);
  for (const [index, { start, length }] of places.entries()) {
    if (index % rowsInTurn === 0) yield;
    const cells = table ? table.rows[index] : [];
    // A deleted record takes its shape with it.
    if (cells === null) continue;
    meter.positions(length / 16);
    const answer = readShape(new DataView(view.buffer, view.byteOffset + start, length), left);
    rows.push({
      number: index + 1,
      cells: cells ?? noCells,
      geometry: 'problem' in answer ? null : answer.geometry,
      problem: 'problem' in answer ? answer.problem : null,
    });
  }
  if (rows.length === 0) throw new FormatError('format.shp.empty');
  const counts = { shapes: places.length, records: table?.rows.length ?? 0 };
  const found: Problem[] = [...problems, ...(table?.problems ?? []), ...left.problems()];
  if (!table) found.push({ key: 'dbfMissing', params: {} });
  else if (counts.shapes !== counts.records) found.push({ key: 'dbfMismatch', params: counts });
  return [
    {
      layer: layerName(source.name),
      columns: table?.columns ?? [],
      rows,
      crs: declaredCrs(source),
      encoding: table?.encoding ?? null,
      problems: found,
    },
  ];
}

/** A .dbf without shapes: a table. @throws FormatError */
export async function readDbfAlone(source: Source, options: ReadOptions): Promise<SourceLayer[]> {
  const reading = readDbf(source.bytes, partText(source, 'cpg'), options.encoding);
  const { columns, rows, encoding, problems } = await inTurns(reading, options.pause);
  const kept: TableRow[] = rows.flatMap((cells, index) =>
    cells ? [{ number: index + 1, cells, geometry: null, problem: null }] : [],
  );
  if (kept.length === 0) throw new FormatError('format.table.noRows');
  return [{ layer: layerName(source.name), columns, rows: kept, crs: null, encoding, problems }];
}
