import { type ReadResult, readSource } from '#shared/formats/registry.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type { ReadOptions } from '#shared/formats/source/source.ts';
import { comingIn, type FileContent, inMemory } from './coming-in.ts';
import { type JobContext, type JobHandler, pausesIn } from './job.ts';
import { forgetBeside } from './lower-rows.ts';

export interface ImportFile extends FileContent, Pick<ReadOptions, 'encoding'> {
  /** Files that belong to it, such as the .dbf and .prj of a .shp. */
  parts?: FileContent[];
  /** Under which what was read is kept for the next step; each step reads for itself where there is none. */
  key?: string;
}

interface Kept {
  encoding: string | undefined;
  result: Promise<ReadResult>;
  /** The signal of whoever began to read, where there is one. */
  signal: AbortSignal | undefined;
}

/** What has been read of files that are still being worked on, by their keys. */
const kept = new Map<string, Kept>();

/**
 * Reads a file, or answers what was read of it before in the same encoding.
 * @throws FormatError, or the reason of the signal when the job is cancelled
 */
export async function readImport(file: ImportFile, context?: JobContext): Promise<ReadResult> {
  const { key, encoding } = file;
  if (key === undefined) return read(file, context);
  const known = kept.get(key);
  if (known && known.encoding === encoding && !known.signal?.aborted) {
    try {
      return await known.result;
    } catch (error) {
      // Whoever began gave it up: others may still want it.
      if (!known.signal?.aborted || context?.signal.aborted) throw error;
      return readImport(file, context);
    }
  }
  const mine: Kept = { encoding, result: read(file, context), signal: context?.signal };
  kept.set(key, mine);
  mine.result.catch(() => {
    if (kept.get(key) === mine) kept.delete(key);
  });
  return mine.result;
}

/** Lets go of files that nobody works on any more: they may fill a good part of the memory. */
export const forgetImport: JobHandler<{ keys: string[] }, null> = async ({ keys }, context) => {
  for (const key of keys) kept.delete(key);
  await forgetBeside(keys, context);
  return null;
};

async function read(
  { parts = [], encoding, key, ...main }: ImportFile,
  context: JobContext | undefined,
): Promise<ReadResult> {
  const { cells, ...file } = await comingIn(main, { encoding, key, context });
  const files = [file, ...(await Promise.all(parts.map(inMemory)))];
  const [source] = groupFiles(files);
  return readSource(
    { ...(source ?? { ...file, parts: new Map() }), cells },
    { encoding, pause: context && pausesIn(context) },
  );
}
