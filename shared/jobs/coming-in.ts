import { CellsAhead } from '#shared/formats/csv/cells-ahead.ts';
import type { ScannedPart } from '#shared/formats/csv/lower-part.ts';
import { rowStartAfter } from '#shared/formats/csv/row-start.ts';
import { leastKnown } from '#shared/formats/csv/scanned-table.ts';
import type { SourceFile } from '#shared/formats/source/source.ts';
import type { JobContext } from './job.ts';
import { RowsBeside } from './lower-rows.ts';
import { piecesOf } from './pieces.ts';

/** A file that may be somewhere else than in memory, as a browser's Blob is. */
export interface FileContent {
  name: string;
  bytes: Uint8Array<ArrayBuffer> | Blob;
}

/** Of smaller files the whole is read before a second worker would have started. */
const leastShared = 24 * 2 ** 20;
/** The share of a file that is left to the first worker, which has all else to do besides. */
const upperShare = 0.5;

export async function inMemory({ name, bytes }: FileContent): Promise<SourceFile> {
  if (bytes instanceof Uint8Array) return { name, bytes };
  return { name, bytes: new Uint8Array(await bytes.arrayBuffer()) };
}

/** What reading a file may use. */
interface ReadingContext {
  /** Label of the encoding that the user says it is in. */
  encoding: string | undefined;
  /** Under which a second worker may keep its part; without one it is not asked. */
  key: string | undefined;
  context: JobContext | undefined;
}

/**
 * A file in memory. Of a large one that may be a table the cells are found while the rest of it is still
 * being read, which is the work of another process; those of its lower part by a second worker.
 */
export async function comingIn(
  file: FileContent,
  { encoding, key, context }: ReadingContext,
): Promise<SourceFile & { cells: CellsAhead | null }> {
  const { name, bytes: blob } = file;
  if (blob instanceof Uint8Array || blob.size <= leastKnown || !/\.(csv|tsv|txt)$/i.test(name)) {
    return { ...(await inMemory(file)), cells: null };
  }
  const bytes = new Uint8Array(blob.size);
  const cells = new CellsAhead(bytes, encoding);
  const read = async (from: number, to: number) => {
    for await (const piece of piecesOf(blob, from, to)) {
      context?.signal.throwIfAborted();
      bytes.set(piece.bytes, piece.at);
      cells.scan(piece.at + piece.bytes.length);
    }
  };
  // Its first bytes tell how it is to be read.
  await read(0, leastKnown);
  const lower =
    blob.size < leastShared || key === undefined || !context
      ? null
      : await beginLower(blob, cells, key, context);
  const end = lower?.from ?? blob.size;
  await read(leastKnown, end);
  const scanned = await lower?.scanned;
  context?.signal.throwIfAborted();
  if (cells.table) cells.table.scanner.until = Infinity;
  if (!lower || !scanned) {
    await read(end, blob.size);
    return { name, bytes, cells };
  }
  let at = end;
  for (const piece of scanned.pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  joinLower(cells, lower, scanned.found);
  return { name, bytes, cells };
}

/** Has the lower part of a table read by the second worker; null when it is none, or has no place for that. */
async function beginLower(
  file: Blob,
  { table }: CellsAhead,
  key: string,
  { beside, signal }: JobContext,
): Promise<RowsBeside | null> {
  if (!table || !beside) return null;
  const { delimiter } = table;
  const markLength = file.size - table.text.bytes.length;
  const at = await rowStartAfter(file, Math.floor(file.size * upperShare));
  if (at === null) return null;
  const from = at - markLength;
  table.scanner.until = from;
  return new RowsBeside(beside, { key, file, markLength, delimiter, from }, signal);
}

/** Takes over what was found in the lower part; what does not fit is found here when the table is taken. */
function joinLower({ table }: CellsAhead, lower: RowsBeside, found: ScannedPart | null): void {
  if (!table) return;
  lower.before = table.scanner.rowCount;
  if (found && table.join(found)) table.lower = lower;
}
