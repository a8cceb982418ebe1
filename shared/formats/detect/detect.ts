import { FormatError } from '#shared/formats/format-error.ts';
import { isDbf } from '#shared/formats/shapefile/dbf-header.ts';
import { besideGeopackage, dependent } from '#shared/formats/source/group-files.ts';
import { listZip } from '#shared/formats/zip/read-zip.ts';
import { type Signature, signatureOf } from './signature.ts';
import { textKindOf } from './text-kind.ts';
import { type ZipKind, zipKindOf } from './zip-kind.ts';

/** Every format that files are read in. */
export const formatIds = [
  'geojson',
  'geojsonseq',
  'topojson',
  'shapefile',
  'dbf',
  'kml',
  'kmz',
  'geopackage',
  'flatgeobuf',
  'csv',
  'xlsx',
  'dxf',
  'wkt',
  'photo',
  'zip',
] as const;
export type FormatId = (typeof formatIds)[number];

export function suffixOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Files that are known for what they are and cannot be read, with the reason and what to do. */
const refusedSignatures: Partial<Record<Signature, string>> = {
  xls: 'format.isXls',
  pdf: 'format.isPdf',
  archive: 'format.isArchive',
  dwg: 'format.isDwg',
  dxfBinary: 'format.isBinaryDxf',
  ovobj: 'format.isOvobj',
  media: 'format.isMedia',
};

/** Suffixes of files that are read, when they are what they say. */
const known = new Set(
  'geojson json geojsonl geojsons ndjson jsonl topojson csv tsv txt shp dbf kml ovkml gpkg fgb dxf wkt jpg jpeg heic heif avif webp png tif tiff'.split(
    ' ',
  ),
);
/** Suffixes of files that are zips, when they are sound. */
const zips = new Set(['zip', 'kmz', 'ovkmz', 'xlsx', 'xlsm']);

/** Suffixes of workbooks, which some systems give to the web pages that they call an export. */
const spreadsheets = new Set(['xls', 'xlsx', 'et']);

const zipFormats: Record<ZipKind, FormatId | null> = {
  xlsx: 'xlsx',
  kmz: 'kmz',
  files: 'zip',
  project: null,
  odf: null,
  office: null,
};

function detectZip(bytes: Uint8Array): FormatId {
  const entries = listZip(bytes);
  if (entries.length === 0) throw new FormatError('format.zip.empty');
  const kind = zipKindOf(entries);
  if (kind === 'project') throw new FormatError('format.isProject');
  const format = zipFormats[kind];
  if (!format) throw new FormatError('format.isOffice');
  return format;
}

function detectText(name: string, bytes: Uint8Array): FormatId {
  const suffix = suffixOf(name);
  if (dependent.has(suffix)) throw new FormatError('format.isPart');
  const kind = textKindOf(bytes);
  switch (kind) {
    case 'html':
      throw new FormatError(spreadsheets.has(suffix) ? 'format.isHtmlTable' : 'format.isHtml');
    case 'gml':
      throw new FormatError('format.isGml');
    case 'gpx':
      throw new FormatError('format.isGpx');
    case 'xmlTable':
      throw new FormatError('format.isXmlTable');
    case 'mapInfo':
      throw new FormatError('format.isMapInfo');
    case 'otherXml':
      throw new FormatError('format.isOtherXml');
    case 'binary':
      if (zips.has(suffix)) throw new FormatError('format.zip.broken');
      if (known.has(suffix)) throw new FormatError('format.notWhatItSays', { suffix });
      throw new FormatError('format.unknown', { suffix: suffix || name.slice(0, 40) });
    case 'plain':
      break;
    default:
      return kind;
  }
  // A text that does not look like anything is a table, unless its name says it is a damaged map.
  if (suffix === 'geojson' || suffix === 'json') return 'geojson';
  if (['geojsonl', 'geojsons', 'ndjson', 'jsonl'].includes(suffix)) return 'geojsonseq';
  if (suffix === 'topojson') return 'topojson';
  if (suffix === 'kml' || suffix === 'ovkml') return 'kml';
  if (suffix === 'dxf') return 'dxf';
  return 'csv';
}

/**
 * Format of a file by its content: suffixes lie. The name only decides between texts that could be
 * anything.
 * @throws FormatError with the reason and what to do, when it is none that is read
 */
export function detectFormat(name: string, bytes: Uint8Array): FormatId {
  if (suffixOf(name) === 'hengzong') throw new FormatError('format.isProject');
  if (besideGeopackage.has(suffixOf(name))) throw new FormatError('format.isWal');
  if (bytes.length === 0) throw new FormatError('format.empty');
  const signature = signatureOf(bytes);
  const refused = signature && refusedSignatures[signature];
  if (refused) throw new FormatError(refused);
  switch (signature) {
    case 'zip':
      return detectZip(bytes);
    case 'geopackage':
    case 'flatgeobuf':
    case 'photo':
      return signature;
    case 'shapefile':
      // The index of a shapefile begins like the shapefile itself.
      if (dependent.has(suffixOf(name))) throw new FormatError('format.isPart');
      return 'shapefile';
    default:
      if (isDbf(bytes) && (suffixOf(name) === 'dbf' || bytes.includes(0))) return 'dbf';
      return detectText(name, bytes);
  }
}
