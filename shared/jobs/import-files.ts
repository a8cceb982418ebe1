import { CellsAhead } from '#shared/formats/csv/cells-ahead.ts';
import { leastKnown } from '#shared/formats/csv/scanned-table.ts';
import { type ReadResult, readSource } from '#shared/formats/registry.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type { ReadOptions, SourceFile } from '#shared/formats/source/source.ts';
import { type JobContext, type JobHandler, pausesIn } from './job.ts';

/** A file that may be somewhere else than in memory, as a browser's Blob is. */
export interface FileContent {
  name: string;
  bytes: Uint8Array<ArrayBuffer> | Blob;
}

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
export const forgetImport: JobHandler<{ keys: string[] }, null> = ({ keys }) => {
  for (const key of keys) kept.delete(key);
  return Promise.resolve(null);
};

async function read(
  { parts = [], encoding, ...main }: ImportFile,
  context: JobContext | undefined,
): Promise<ReadResult> {
  const { cells, ...file } = await comingIn(main, encoding, context);
  const files = [file, ...(await Promise.all(parts.map(inMemory)))];
  const [source] = groupFiles(files);
  return readSource(
    { ...(source ?? { ...file, parts: new Map() }), cells },
    { encoding, pause: context && pausesIn(context) },
  );
}

async function inMemory({ name, bytes }: FileContent): Promise<SourceFile> {
  if (bytes instanceof Uint8Array) return { name, bytes };
  return { name, bytes: new Uint8Array(await bytes.arrayBuffer()) };
}

/** So much of a file is read at a time while cells are found in what has come: the first piece tells how. */
const pieceBytes = leastKnown;

/**
 * A file in memory. Of a large one that may be a table the cells are found while the rest of it is still
 * being read, which is the work of another process.
 */
async function comingIn(
  file: FileContent,
  encoding: string | undefined,
  context: JobContext | undefined,
): Promise<SourceFile & { cells: CellsAhead | null }> {
  const { name, bytes: blob } = file;
  if (blob instanceof Uint8Array || blob.size <= pieceBytes || !/\.(csv|tsv|txt)$/i.test(name)) {
    return { ...(await inMemory(file)), cells: null };
  }
  const bytes = new Uint8Array(blob.size);
  const cells = new CellsAhead(bytes, encoding);
  const piece = (from: number) => blob.slice(from, from + pieceBytes).arrayBuffer();
  let next = piece(0);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const part = await next;
    context?.signal.throwIfAborted();
    next = piece(from + pieceBytes);
    bytes.set(new Uint8Array(part), from);
    cells.scan(from + part.byteLength);
  }
  return { name, bytes, cells };
}
