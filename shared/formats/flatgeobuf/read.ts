import { FormatError } from '#shared/formats/format-error.ts';
import { layersOfFeatures } from '#shared/formats/geojson/read.ts';
import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { checkColumns, Meter } from '#shared/formats/limits.ts';
import type {
  DeclaredCrs,
  ReadOptions,
  Source,
  SourceLayer,
} from '#shared/formats/source/source.ts';
import { inTurns, rowsInTurn } from '#shared/formats/source/turns.ts';
import { crsNamed } from '#shared/geo/crs/crs-named.ts';
import { crsOfWkt } from '#shared/geo/crs/crs-of-wkt.ts';
import { curvedShape, isCurved } from './curved-shape.ts';

/** Magic bytes, the size of the header behind them. */
const headerAt = 8;
/** Bytes of an entry of the spatial index, which lies between header and features. */
const nodeBytes = 40;

/** Bytes of the packed Hilbert R-tree over so many features; one alone has a root above it too. */
function indexBytes(count: number, nodeSize: number): number {
  if (nodeSize < 2 || count === 0) return 0;
  let [level, total] = [count, count];
  do {
    level = Math.ceil(level / nodeSize);
    total += level;
  } while (level > 1);
  return total * nodeBytes;
}

function declaredCrs(
  crs: { org: string | null; code: number; name: string | null; wkt: string | null } | null,
): DeclaredCrs | null {
  if (!crs || (crs.code === 0 && !crs.wkt)) return null;
  const text = crs.name ?? `${crs.org ?? 'EPSG'}:${crs.code}`;
  const known = crs.code > 0 ? crsNamed(`EPSG:${crs.code}`) : null;
  return {
    id: known ?? (crs.wkt ? crsOfWkt(crs.wkt).id : null),
    text: text.slice(0, 80),
    from: 'FlatGeobuf',
  };
}

/** What of a geometry its coordinates in GeoJSON do not have: heights stand there, measures do not. */
interface Measured {
  mLength(): number;
  m(index: number): number | null;
  partsLength(): number;
  parts(index: number): Measured | null;
}

function countMeasures(shape: Measured, left: LeftOut): void {
  for (let i = 0; i < shape.mLength(); i++) left.measure(shape.m(i) ?? 0);
  for (let i = 0; i < shape.partsLength(); i++) {
    const part = shape.parts(i);
    if (part) countMeasures(part, left);
  }
}

/**
 * The layer of a FlatGeobuf file. The library's own loop is not used: it is asynchronous for every
 * feature and trusts the lengths it reads.
 * @throws FormatError naming the byte where the file breaks off
 */
export async function readFlatGeobuf(
  source: Source,
  { pause }: ReadOptions = {},
): Promise<SourceLayer[]> {
  const [{ ByteBuffer }, { fromByteBuffer }, { Feature }, { fromGeometry }, { readProperties }] =
    await Promise.all([
      import('flatbuffers'),
      import('flatgeobuf/lib/mjs/header-meta.js'),
      import('flatgeobuf/lib/mjs/flat-geobuf/feature.js'),
      import('flatgeobuf/lib/mjs/geojson/geometry.js'),
      import('./read-properties.ts'),
    ]);
  const { bytes } = source;
  if (bytes.length < headerAt + 8) throw new FormatError('format.fgb.cut', { byte: bytes.length });
  const buffer = new ByteBuffer(bytes);
  const headerLength = buffer.readUint32(headerAt);
  if (headerLength > bytes.length - headerAt - 4) {
    throw new FormatError('format.fgb.cut', { byte: bytes.length });
  }
  buffer.setPosition(headerAt);
  const header = fromByteBuffer(buffer);
  checkColumns(header.columns?.length ?? 0);
  const meter = new Meter();
  const features: unknown[] = [];
  const left = new LeftOut();
  let at = headerAt + 4 + headerLength + indexBytes(header.featuresCount, header.indexNodeSize);
  // A number of features that no file could hold.
  if (at > bytes.length) throw new FormatError('format.fgb.cut', { byte: bytes.length });
  while (at < bytes.length) {
    if (features.length % rowsInTurn === 0) await pause?.();
    const length = at + 4 <= bytes.length ? buffer.readUint32(at) : 0;
    if (length < 8 || length > bytes.length - at - 4) {
      throw new FormatError('format.fgb.cut', { byte: at });
    }
    meter.rows(1, header.columns?.length ?? 1);
    meter.positions(length / 16);
    // A copy of its own keeps coordinates aligned, and lengths that lie within the feature.
    const own = new ByteBuffer(bytes.slice(at, at + 4 + length));
    const feature = Feature.getSizePrefixedRootAsFeature(own);
    const shape = feature.geometry();
    if (shape) countMeasures(shape, left);
    features.push({
      type: 'Feature',
      properties: readProperties(feature.propertiesArray(), header.columns ?? []),
      geometry:
        shape && isCurved(shape.type())
          ? (curvedShape(shape, left) ?? {})
          : shape && fromGeometry(shape, header.geometryType),
    });
    at += 4 + length;
  }
  if (features.length === 0) throw new FormatError('format.geojson.empty');
  const crs = declaredCrs(header.crs);
  const of = { crs, encoding: null, problems: left.problems() };
  return inTurns(layersOfFeatures(features, '', of), pause);
}
