import type { i18n } from 'i18next';
import { FormatError } from '#shared/formats/format-error.ts';
import { type ReadResult, readSource } from '#shared/formats/registry.ts';
import { BadInput } from './bad-input.ts';
import { readSources } from './read-sources.ts';

export interface ReadFile {
  file: string;
  bytes: number;
  result: ReadResult;
}

/** Runs something and says a {@link FormatError} of it as bad input. @throws BadInput */
export async function sayingFormatErrors<T>(
  file: string,
  translator: i18n,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new BadInput('format', {
      file: error.file ?? file,
      reason: translator.t(error.key, error.params),
    });
  }
}

/** Everything in some files of any format. @throws BadInput naming the file that cannot be read */
export async function readLayers(
  files: readonly string[],
  encoding: string | undefined,
  translator: i18n,
): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const source of await readSources(files)) {
    const { name, bytes } = source;
    const result = await sayingFormatErrors(name, translator, () =>
      readSource(source, { encoding }),
    );
    read.push({ file: name, bytes: bytes.length, result });
  }
  return read;
}
