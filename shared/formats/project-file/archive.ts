import { unzipSync, zipSync } from 'fflate';
import { FormatError } from '#shared/formats/format-error.ts';
import { fixedTime } from '#shared/formats/write/zip-files.ts';

/** Bounds of what a project file may unpack to; a stress project (a million issues) needs a tenth. */
const maximum = { entries: 5000, totalBytes: 1024 ** 3, entryBytes: 400 * 1024 ** 2 };

/** A zip of all `parts` in their order; the same parts give the same bytes, always and everywhere. */
export function writeArchive(parts: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(parts), { level: 9, mtime: fixedTime });
}

/**
 * Unpacks those entries of a zip that `wanted` asks for. The bounds hold for the whole archive, and
 * are checked before anything is unpacked: fflate never writes more than the declared size.
 * @throws FormatError when it is no zip, is damaged, too large, or holds names that leave the folder.
 */
export function readArchive(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
): Map<string, Uint8Array<ArrayBuffer>> {
  const seen = new Set<string>();
  let total = 0;
  const admit = (entry: { name: string; originalSize: number }) => {
    if (leavesFolder(entry.name)) {
      throw new FormatError('storage.file.badPath', { part: entry.name.slice(0, 100) });
    }
    if (seen.has(entry.name)) throw new FormatError('storage.file.twice', { part: entry.name });
    seen.add(entry.name);
    total += entry.originalSize;
    if (
      seen.size > maximum.entries ||
      total > maximum.totalBytes ||
      entry.originalSize > maximum.entryBytes
    ) {
      throw new FormatError('storage.file.tooLarge', { megabytes: maximum.totalBytes / 1024 ** 2 });
    }
    return false;
  };
  unzip(bytes, admit);
  return new Map(Object.entries(unzip(bytes, (entry) => wanted(entry.name))));
}

function unzip(
  bytes: Uint8Array,
  filter: (entry: { name: string; originalSize: number }) => boolean,
) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    throw new FormatError(isZip ? 'storage.file.cut' : 'storage.file.notOurs');
  }
}

function leavesFolder(path: string): boolean {
  return /^([/\\]|[A-Za-z]:)|\\|\0/.test(path) || path.split('/').includes('..');
}
