import type { ZipEntry } from '#shared/formats/zip/read-zip.ts';

export type ZipKind = 'xlsx' | 'kmz' | 'project' | 'odf' | 'office' | 'files';

/** What a zip holds, by the names in it. */
export function zipKindOf(entries: readonly ZipEntry[]): ZipKind {
  const paths = entries.map(({ path }) => path.replace(/^\//, '').toLowerCase());
  const has = (path: string) => paths.includes(path);
  // A workbook's parts may be called anything; what is in the folder of its sheets is XML, or not for us.
  const isSheet = (path: string) => /^xl\/.*\.xml$/.test(path) && !path.includes('_rels/');
  if (has('xl/workbook.bin') || has('word/document.xml') || has('ppt/presentation.xml')) {
    return 'office';
  }
  if (has('xl/workbook.xml') || (has('[content_types].xml') && paths.some(isSheet))) return 'xlsx';
  if (has('content.xml') && has('mimetype')) return 'odf';
  if (has('manifest.json') && paths.some((path) => path.startsWith('layers/'))) return 'project';
  const isKml = (path: string) => /\.(ov)?kml$/.test(path);
  const isData = (path: string) =>
    /\.(shp|dbf|geojson|json|csv|tsv|gpkg|fgb|dxf|xlsx|topojson|geojsonl|wkt)$/.test(path);
  return paths.some(isKml) && !paths.some(isData) ? 'kmz' : 'files';
}
