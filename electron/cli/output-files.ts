import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { namesOf } from '#shared/formats/write/column-kind.ts';
import type { WrittenFile } from '#shared/formats/write/writer.ts';
import { BadInput } from './bad-input.ts';

/** Name of a file without folder and suffix. */
export const stemOf = (file: string) => basename(file).replace(/\.[^.]*$/, '');

/** The files under the name that was asked for: several layers' names alone could be those of other files. */
export function namedFiles(
  files: readonly WrittenFile[],
  out: string,
  layers: number,
): WrittenFile[] {
  const stem = stemOf(out);
  if (files.length === 1) return files.map((file) => ({ ...file, name: basename(out) }));
  const isOfLayers = layers > 1 && /\.shp$/i.test(out);
  return files.map((file) => (isOfLayers ? { ...file, name: `${stem}_${file.name}` } : file));
}

/** Names of what was written, of a shapefile the one that stands for its parts. */
export function writtenNames(files: readonly string[]): string {
  const mains = files.filter((file) => !/\.(shx|dbf|prj|cpg)$/i.test(file));
  return namesOf(mains).names;
}

/** Refuses a folder where a file is to be named. @throws BadInput */
export async function refuseFolder(out: string): Promise<void> {
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => /[/\\]$/.test(out),
  );
  if (isFolder) throw new BadInput('outIsFolder', { file: out });
}
