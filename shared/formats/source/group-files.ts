import type { SourceFile } from './source.ts';

/** A file with those that belong to it, wherever their bytes are. */
interface Group<Bytes> {
  name: string;
  bytes: Bytes;
  /** By suffix, lower case and without the dot. */
  parts: ReadonlyMap<string, Bytes>;
}

/** Files that belong together by their name: suffixes of the one that stands for all, and of the others. */
interface Family {
  mains: readonly string[];
  others: readonly string[];
}

const shapefile: Family = {
  // A table alone is read for itself.
  mains: ['shp', 'dbf'],
  others: 'shx prj cpg cst qpj sbn sbx qix fbn fbx ain aih atx ixs mxs'.split(' '),
};

/**
 * What SQLite puts beside a database while it is open: the changes made last and how far who has read
 * them, or what stood where a change has begun.
 */
const geopackage: Family = { mains: ['gpkg'], others: ['gpkg-wal', 'gpkg-shm', 'gpkg-journal'] };

const families: readonly Family[] = [shapefile, geopackage];

const familyOf = new Map(
  families.flatMap((family) =>
    [...family.mains, ...family.others].map((suffix) => [suffix, family] as const),
  ),
);

/** Parts that mean nothing without the shapefile they belong to. */
export const dependent: ReadonlySet<string> = new Set(shapefile.others);

/** Parts that mean nothing without their GeoPackage. */
export const besideGeopackage: ReadonlySet<string> = new Set(geopackage.others);

/** Name without suffix, as parts of one file share it whatever their case; and the suffix. */
function split(name: string): { stem: string; suffix: string } {
  const found = /^(.*)\.([^./\\]+)$/.exec(name);
  if (!found) return { stem: name.toLowerCase(), suffix: '' };
  return { stem: (found[1] as string).toLowerCase(), suffix: (found[2] as string).toLowerCase() };
}

/** Whether a file belongs to another one that stands for both, such as the .dbf beside a .shp. */
export function belongsTo(file: string, main: string): boolean {
  const [own, other] = [split(file), split(main)];
  const family = familyOf.get(other.suffix);
  return own.stem === other.stem && family !== undefined && familyOf.get(own.suffix) === family;
}

/** Under which name files of one family are together: a shapefile and a GeoPackage may share theirs. */
const keyOf = (stem: string, { mains }: Family) => `${mains[0]} ${stem}`;

/**
 * Files put together with those that belong to them by their name: the parts of each shapefile, the log
 * of each GeoPackage. All others stand alone, also a part whose main file is not at hand. The order of
 * the files stays.
 */
export function groupFiles<Bytes = SourceFile['bytes']>(
  files: readonly { name: string; bytes: Bytes }[],
): Group<Bytes>[] {
  const groups = new Map<string, Map<string, (typeof files)[number]>>();
  for (const file of files) {
    const { stem, suffix } = split(file.name);
    const family = familyOf.get(suffix);
    if (!family) continue;
    const key = keyOf(stem, family);
    const group = groups.get(key) ?? new Map<string, typeof file>();
    if (!group.has(suffix)) group.set(suffix, file);
    groups.set(key, group);
  }
  const sources: Group<Bytes>[] = [];
  for (const file of files) {
    const { stem, suffix } = split(file.name);
    const family = familyOf.get(suffix);
    const group = family && groups.get(keyOf(stem, family));
    const main = family?.mains.map((one) => group?.get(one)).find((one) => one !== undefined);
    const isPart = group?.get(suffix) === file;
    if (!isPart) {
      // The description that ArcGIS puts beside a shapefile (name.shp.xml).
      if (/\.shp\.xml$/i.test(file.name)) continue;
      sources.push({ ...file, parts: new Map() });
    } else if (main === file) {
      const parts = [...group].map(([key, part]) => [key, part.bytes] as const);
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
