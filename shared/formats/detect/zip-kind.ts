import type { ZipEntry } from '#shared/formats/zip/read-zip.ts';

export type ZipKind = 'xlsx' | 'kmz' | 'project' | 'odf' | 'office' | 'files';

/** What a zip holds, by the names in it. */
export function zipKindOf(entries: readonly ZipEntry[]): ZipKind {
  const paths = entries.map(({ path }) => path.replace(/^\//, '').toLowerCase());
  const has = (path: string) => paths.includes(path);
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('xl/workbook.bin') || has('word/document.xml') || has('ppt/presentation.xml')) {
    return 'office';
  }
  if (has('content.xml') && has('mimetype')) return 'odf';
  if (has('manifest.json') && paths.some((path) => path.startsWith('layers/'))) return 'project';
  const isKml = (path: string) => /\.(ov)?kml$/.test(path);
  const isData = (path: string) =>
    /\.(shp|dbf|geojson|json|csv|tsv|gpkg|fgb|dxf|xlsx|topojson|geojsonl|wkt)$/.test(path);
  return paths.some(isKml) && !paths.some(isData) ? 'kmz' : 'files';
}
