import { crsConverter } from '#shared/geo/crs/converter.ts';
import { detectFormat, type FormatId } from './detect/detect.ts';
import { FormatError } from './format-error.ts';
import { inTurns } from './source/turns.ts';
import type { DeclaredCrs, ReadAny, ReadOptions, Source, SourceLayer } from './source/source.ts';

type Reader = (
  source: Source,
  options: ReadOptions,
  readAny: ReadAny,
) => SourceLayer[] | Promise<SourceLayer[]>;

/** Readers by format, loaded when the first file of theirs comes: nobody waits for what is not used. */
const readers: Record<FormatId, () => Promise<Reader>> = {
  geojson: async () => {
    const { geoJsonReading } = await import('./geojson/read.ts');
    return ({ bytes }, options) => inTurns(geoJsonReading(bytes, options), options.pause);
  },
  geojsonseq: async () => (await import('./geojson-seq/read.ts')).readGeoJsonSeq,
  topojson: async () => (await import('./topojson/read.ts')).readTopoJson,
  shapefile: async () => (await import('./shapefile/read.ts')).readShapefile,
  dbf: async () => (await import('./shapefile/read.ts')).readDbfAlone,
  kml: async () => (await import('./kml/read.ts')).readKml,
  kmz: async () => (await import('./kml/read-kmz.ts')).readKmz,
  geopackage: async () => (await import('./geopackage/read.ts')).readGeoPackage,
  flatgeobuf: async () => (await import('./flatgeobuf/read.ts')).readFlatGeobuf,
  csv: async () => {
    const { readCsv } = await import('./csv/read.ts');
    return ({ bytes, cells }, options) => readCsv(bytes, options, cells);
  },
  xlsx: async () => (await import('./xlsx/read.ts')).readXlsx,
  dxf: async () => (await import('./dxf/read.ts')).readDxf,
  wkt: async () => (await import('./wkt/read.ts')).readWktFile,
  photo: async () => (await import('./photo/read.ts')).readPhoto,
  zip: async () => (await import('./zip/read.ts')).readZipOfFiles,
};

/** Suffixes to offer when files are chosen; what a file is its content decides. */
export const importExtensions: readonly string[] = [
  'geojson',
  'json',
  'geojsonl',
  'geojsons',
  'ndjson',
  'jsonl',
  'topojson',
  'csv',
  'tsv',
  'txt',
  'xlsx',
  'xlsm',
  'shp',
  'dbf',
  'shx',
  'prj',
  'cpg',
  'zip',
  'kml',
  'kmz',
  'ovkml',
  'ovkmz',
  'gpkg',
  'gpkg-wal',
  'gpkg-journal',
  'fgb',
  'dxf',
  'wkt',
  'jpg',
  'jpeg',
  'heic',
  'heif',
  'avif',
  'webp',
  'png',
  'tif',
  'tiff',
];

/** What a file holds. */
export interface ReadResult {
  format: FormatId;
  layers: SourceLayer[];
}

/** What a file declares; without an id when its definition is one that nobody can reckon with. */
async function understood(crs: DeclaredCrs | null): Promise<DeclaredCrs | null> {
  if (!crs?.id?.startsWith('WKT:') || (await crsConverter(crs.id))) return crs;
  return { ...crs, id: null };
}

function rethrow(givenUp: { reason: unknown } | null): void {
  if (givenUp) throw givenUp.reason;
}

/**
 * Reads a file, whatever it is, with the parts that belong to it.
 * @throws FormatError, naming the file, saying what is wrong and what to do; besides only what the pause
 * throws that was asked for
 */
export async function readSource(source: Source, asked: ReadOptions = {}): Promise<ReadResult> {
  let givenUp: { reason: unknown } | null = null;
  const pause = async () => {
    try {
      await asked.pause?.();
    } catch (reason) {
      givenUp = { reason };
      throw reason;
    }
  };
  const options: ReadOptions = asked.pause ? { ...asked, pause } : asked;
  try {
    await options.pause?.();
    const format = detectFormat(source.name, source.bytes);
    const read = await readers[format]();
    const readAny: ReadAny = async (inner, same) => (await readSource(inner, same)).layers;
    const layers = await read(source, options, readAny);
    await options.pause?.();
    for (const layer of layers) layer.crs = await understood(layer.crs);
    return { format, layers };
  } catch (error) {
    // Whatever a reader makes of it, no file is at fault that nobody wants any more.
    rethrow(givenUp);
    if (error instanceof FormatError) throw error.of(source.name);
    // A reader that stumbles over damage nobody foresaw must not take the import down with it.
    const reason = error instanceof Error ? error.message.slice(0, 120) : '';
    throw new FormatError('format.damaged', { reason }, source.name);
  }
}
