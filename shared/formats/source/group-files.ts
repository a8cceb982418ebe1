import type { SourceFile } from './source.ts';

/** A file with those that belong to it, wherever their bytes are. */
interface Group<Bytes> {
  name: string;
  bytes: Bytes;
  /** By suffix, lower case and without the dot. */
  parts: ReadonlyMap<string, Bytes>;
}

/** Suffixes of the parts of a shapefile. */
const shapefileParts = new Set([
  'shp',
  'shx',
  'dbf',
  'prj',
  'cpg',
  'cst',
  'qpj',
  'sbn',
  'sbx',
  'qix',
  'fbn',
  'fbx',
  'ain',
  'aih',
  'atx',
  'ixs',
  'mxs',
]);

/** Parts that mean nothing without the file they belong to. */
export const dependent: ReadonlySet<string> = new Set(
  [...shapefileParts].filter((suffix) => suffix !== 'shp' && suffix !== 'dbf'),
);

/** Name without suffix, as parts of one shapefile share it whatever their case; and the suffix. */
function split(name: string): { stem: string; suffix: string } {
  const found = /^(.*)\.([^./\\]+)$/.exec(name);
  if (!found) return { stem: name.toLowerCase(), suffix: '' };
  return { stem: (found[1] as string).toLowerCase(), suffix: (found[2] as string).toLowerCase() };
}

/**
 * Files put together with those that belong to them: the parts of each shapefile by their name. All
 * others stand alone, also a part whose shapefile is not at hand. The order of the files stays.
 */
export function groupFiles<Bytes = SourceFile['bytes']>(
  files: readonly { name: string; bytes: Bytes }[],
): Group<Bytes>[] {
  const groups = new Map<string, Map<string, (typeof files)[number]>>();
  for (const file of files) {
    const { stem, suffix } = split(file.name);
    if (!shapefileParts.has(suffix)) continue;
    const group = groups.get(stem) ?? new Map<string, typeof file>();
    if (!group.has(suffix)) group.set(suffix, file);
    groups.set(stem, group);
  }
  const sources: Group<Bytes>[] = [];
  for (const file of files) {
    const { stem, suffix } = split(file.name);
    const group = groups.get(stem);
    const main = group?.get('shp') ?? group?.get('dbf');
    const isPart = shapefileParts.has(suffix) && group?.get(suffix) === file;
    if (!isPart) {
      // The description that ArcGIS puts beside a shapefile (name.shp.xml).
      if (/\.shp\.xml$/i.test(file.name)) continue;
      sources.push({ ...file, parts: new Map() });
    } else if (main === file) {
      const parts = [...(group ?? [])].map(([key, part]) => [key, part.bytes] as const);
      sources.push({ ...file, parts: new Map(parts) });
    } else if (!main) sources.push({ ...file, parts: new Map() });
  }
  return sources;
}

/** The parts of a source as files of their own, without the one that is the source itself. */
export function partFiles<Bytes>(
  name: string,
  parts: ReadonlyMap<string, Bytes>,
): { name: string; bytes: Bytes }[] {
  const stem = name.replace(/\.[^./\\]*$/, '');
  const { suffix: own } = split(name);
  return [...parts]
    .filter(([suffix]) => suffix !== own)
    .map(([suffix, bytes]) => ({ name: `${stem}.${suffix}`, bytes }));
}
