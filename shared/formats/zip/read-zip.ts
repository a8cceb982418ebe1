import { unzipSync } from 'fflate';
import { FormatError } from '#shared/formats/format-error.ts';
import { limits } from '#shared/formats/limits.ts';
import { looksLikeBig5 } from '#shared/formats/text/chinese-bytes.ts';
import { decodeStrictly } from '#shared/formats/text/encoding.ts';
import { refusalOfEntries } from './refused-entry.ts';

const entryLimit = 5000;

export interface ZipEntry {
  /** Path within the zip, as its own bytes spell it. */
  path: string;
  /** Bytes it unpacks to. */
  size: number;
  /** Name by which fflate knows it. */
  key: string;
}

/**
 * fflate takes names that are not marked as UTF-8 for Latin-1; zip programs of Chinese Windows
 * write GBK without a mark, others UTF-8.
 */
function spell(key: string): string {
  if (!/[\u0080-\u00ff]/.test(key) || /[\u0100-\uffff]/.test(key)) return key;
  const bytes = Uint8Array.from(key, (sign) => sign.charCodeAt(0));
  return (
    decodeStrictly(bytes, 'utf-8') ??
    decodeStrictly(bytes, looksLikeBig5(bytes) ? 'big5' : 'gb18030') ??
    key
  );
}

/** Whether a path would leave the folder it is unpacked to, had we unpacked it to one. */
function leavesFolder(path: string): boolean {
  return /^([/\\]|[A-Za-z]:)|\0/.test(path) || path.split(/[/\\]/).includes('..');
}

function unzip(
  bytes: Uint8Array,
  filter: (file: { name: string; originalSize: number }) => boolean,
) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(`format.zip.${refusalOfEntries(bytes) ?? 'broken'}`);
  }
}

/**
 * Files in a zip, without folders and without what macOS adds. Sizes are those the zip declares;
 * fflate never unpacks more than these, and `most` is what they may come to in all.
 * @throws FormatError when it is damaged, holds too much, or paths that leave its folder
 */
export function listZip(bytes: Uint8Array, most: number = limits.unpackedBytes): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let total = 0;
  const seen = new Set<string>();
  unzip(bytes, ({ name, originalSize }) => {
    const spelt = spell(name);
    if (leavesFolder(spelt))
      throw new FormatError('format.zip.badPath', { path: spelt.slice(0, 80) });
    total += originalSize;
    if (seen.size >= entryLimit) throw new FormatError('format.zip.tooMany', { limit: entryLimit });
    if (total > most) {
      const megabytes = limits.unpackedBytes / 1024 ** 2;
      throw new FormatError('format.zip.tooLarge', { megabytes });
    }
    if (seen.has(name)) throw new FormatError('format.zip.twice', { path: spelt.slice(0, 80) });
    seen.add(name);
    // Some programs of Windows write their own separator.
    const path = spelt.replaceAll('\\', '/');
    const hidden = /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(path);
    if (!hidden && !path.endsWith('/')) entries.push({ path, size: originalSize, key: name });
    return false;
  });
  return entries;
}

/** Unpacks some entries of {@link listZip}. @throws FormatError when they are damaged */
export function unpackEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Map<string, Uint8Array<ArrayBuffer>> {
  const wanted = new Set(entries.map(({ key }) => key));
  // What is stored as it is, but encrypted, would come out as noise.
  if (refusalOfEntries(bytes) === 'encrypted') throw new FormatError('format.zip.encrypted');
  const unpacked = unzip(bytes, ({ name }) => wanted.has(name));
  return new Map(
    entries.map(({ path, key }) => {
      const content = unpacked[key];
      if (!content) throw new FormatError('format.zip.broken');
      return [path, content as Uint8Array<ArrayBuffer>];
    }),
  );
}
