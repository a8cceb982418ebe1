import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FormatError } from '#shared/formats/format-error.ts';
import { readSource } from '#shared/formats/registry.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type { ReadOptions, SourceFile, SourceLayer } from '#shared/formats/source/source.ts';

const folder = join(import.meta.dirname, '../../../fixtures/formats');

export function fixture(name: string): SourceFile {
  return { name, bytes: new Uint8Array(readFileSync(join(folder, name))) };
}

export const fixtures = (...names: string[]) => names.map(fixture);

/** Layers of files that belong together, as the assistant and the command line read them. */
export async function readFiles(
  files: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<SourceLayer[]> {
  const layers: SourceLayer[] = [];
  for (const source of groupFiles(files)) {
    layers.push(...(await readSource(source, options)).layers);
  }
  return layers;
}

export const readText = (name: string, text: string, options: ReadOptions = {}) =>
  readFiles([{ name, bytes: new TextEncoder().encode(text) }], options);

/** What a file is refused with; `read` when it is not. */
export async function refusal(run: () => Promise<unknown>): Promise<FormatError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('the file was read');
}
