import { type LowerPart, LowerPartScan, type ScannedPart } from '#shared/formats/csv/lower-part.ts';
import { breathe, type JobHandler } from '#shared/jobs/job.ts';
import { piecesOf } from '#shared/jobs/pieces.ts';
import { lowerParts } from './lower-parts.ts';

export interface ScanLowerPartInput extends Omit<LowerPart, 'bytes'> {
  /** Under which it is kept for what is asked of it later. */
  key: string;
  file: Blob;
  /** Bytes of the file before its text. */
  markLength: number;
}

export interface ScannedLower {
  /** Null when it cannot be read by itself. */
  found: ScannedPart | null;
  /** Its bytes, in pieces, so that they are read from the file but once. */
  pieces: Uint8Array<ArrayBuffer>[];
}

/** Reads the lower part of a table in a file of UTF-8, and scans it. */
export const scanLowerPart: JobHandler<ScanLowerPartInput, ScannedLower> = async (
  { key, file, markLength, delimiter, from },
  context,
) => {
  // What stands above is never touched, so that it takes no memory.
  const bytes = new Uint8Array(file.size - markLength);
  const scan = new LowerPartScan({ bytes, delimiter, from });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of piecesOf(file, markLength + from, file.size)) {
    await breathe(context);
    const at = piece.at - markLength;
    bytes.set(piece.bytes, at);
    pieces.push(piece.bytes);
    scan.scan(at + piece.bytes.length);
  }
  const found = scan.found();
  const given = pieces.map(({ buffer }) => buffer);
  if (found) {
    lowerParts.set(key, { bytes, scan, reading: null });
    const { ends, firsts } = found.rows;
    given.push(ends.buffer, firsts.buffer, found.look.filled.buffer);
  }
  context.handOver?.(given);
  return { found, pieces };
};
