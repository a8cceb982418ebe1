import { FormatError } from '#shared/formats/format-error.ts';
import { rowGeometryOf } from '#shared/formats/geometry/tidy-geometry.ts';
import { checkColumns } from '#shared/formats/limits.ts';
import type {
  DeclaredCrs,
  ReadOptions,
  Source,
  SourceLayer,
} from '#shared/formats/source/source.ts';
import { safeNames } from '#shared/formats/sheet/safe-names.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';
import { encodingLabel } from '#shared/formats/text/encoding.ts';
import { declaredEncoding } from '#shared/formats/xml/parse-xml.ts';
import { crsNamed } from '#shared/geo/crs/crs-named.ts';
import type { Placemark } from './placemark.ts';
import { readPlacemarks } from './placemarks.ts';

/** Folders beyond which all places come as one layer with a column for the folder. */
const folderLimit = 40;
export const folderColumn = 'folder';

/** KML is WGS84 by its specification; 奥维 writes what it used into each place. */
function crsOf(coordType: string): DeclaredCrs {
  if (coordType === '') return { id: 'EPSG:4326', text: 'WGS84', from: 'KML' };
  const text = coordType.slice(0, 80);
  return { id: crsNamed(text), text, from: 'OvCoordType' };
}

function groupsOf(placemarks: readonly Placemark[]): Map<string, Placemark[]> {
  const groups = new Map<string, Placemark[]>();
  const folders = new Set(placemarks.map((one) => one.folders.join('/')));
  const byFolder = folders.size <= folderLimit;
  for (const placemark of placemarks) {
    const folder = byFolder ? placemark.folders.join('/') : '';
    if (!byFolder) placemark.values.set(folderColumn, placemark.folders.join('/'));
    const key = JSON.stringify([folder, placemark.coordType]);
    const group = groups.get(key);
    if (group) group.push(placemark);
    else groups.set(key, [placemark]);
  }
  return groups;
}

function layerOf(
  placemarks: readonly Placemark[],
  name: string,
  coordType: string,
  of: Pick<SourceLayer, 'encoding' | 'problems'>,
): SourceLayer {
  const columns = new Map<string, number>();
  for (const { values } of placemarks) {
    for (const key of values.keys()) {
      if (!columns.has(key)) columns.set(key, columns.size);
    }
    checkColumns(columns.size);
  }
  const keys = [...columns.keys()];
  const { names, problems } = safeNames(keys);
  const rows = placemarks.map(({ values, answer }, index) => ({
    number: index + 1,
    cells: keys.map((column) => values.get(column) ?? null),
    ...rowGeometryOf(answer),
  }));
  return {
    layer: name.slice(0, 200),
    columns: names,
    rows,
    crs: crsOf(coordType),
    encoding: of.encoding,
    problems: [...of.problems, ...problems],
  };
}

/**
 * Layers of a KML text, one for each folder that holds places (and, in files of 奥维, for each
 * coordinate system in it).
 * @throws FormatError
 */
export async function readKml(source: Source, options: ReadOptions): Promise<SourceLayer[]> {
  const declared = declaredEncoding(source.bytes);
  const label = declared === null ? null : encodingLabel(declared);
  const decoded = decodeText(source.bytes, options.encoding, label);
  const { placemarks, left, leftOut } = await readPlacemarks(decoded.text, options.pause);
  if (placemarks.length === 0) throw new FormatError('format.kml.noPlaces');
  const groups = groupsOf(placemarks);
  const problems = [...textProblems(decoded), ...leftOut.problems()];
  if (left > 0) problems.push({ key: 'kmlLeft', params: { count: left } });
  return [...groups].map(([key, members], index) => {
    const [folder = '', coordType = ''] = JSON.parse(key) as string[];
    const name = groups.size > 1 ? folder : '';
    return layerOf(members, name, coordType, {
      encoding: evidenceOf(decoded),
      problems: index === 0 ? problems : [],
    });
  });
}
