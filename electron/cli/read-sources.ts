import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { belongsTo, groupFiles } from '#shared/formats/source/group-files.ts';
import { ownBytes } from '#shared/formats/source/own-bytes.ts';
import type { Source } from '#shared/formats/source/source.ts';
import { BadInput } from './bad-input.ts';
import { readBytes } from './read-bytes.ts';

/** Files beyond which nothing is read: Node keeps no more in one piece. */
const mostMegabytes = 2000;

/** Files that need others beside them, which nobody names. */
const inParts = /\.(shp|dbf|gpkg)$/i;

/** A named file with the parts of the same shapefile beside it, or the log of the same GeoPackage. */
async function withParts(file: string): Promise<string[]> {
  if (!inParts.test(file)) return [file];
  const folder = dirname(file);
  const own = basename(file);
  const names = await readdir(folder).catch(() => []);
  const parts = names.filter((name) => name !== own && belongsTo(name, own));
  return [file, ...parts.map((name) => join(folder, name))];
}

/** Bytes of a file in memory of their own. @throws BadInput */
async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const size = await stat(file).then(
    (stats) => stats.size,
    () => 0,
  );
  if (size > mostMegabytes * 1024 ** 2)
    throw new BadInput('tooBig', { file, megabytes: mostMegabytes });
  return ownBytes(await readBytes(file));
}

/**
 * Files as they were named, each with what belongs to it, whether these were named or not.
 * @throws BadInput when one cannot be read
 */
export async function readSources(files: readonly string[]): Promise<Source[]> {
  const found = new Map<string, string>();
  for (const file of files) {
    for (const part of await withParts(file)) {
      const key = resolve(part);
      if (!found.has(key)) found.set(key, part);
    }
  }
  const read = [];
  for (const name of found.values()) read.push({ name, bytes: await bytesOf(name) });
  // Parts that were found beside a named file are read with it, not for themselves.
  return groupFiles(read).filter(({ name }) => files.includes(name) || /\.shp$/i.test(name));
}
