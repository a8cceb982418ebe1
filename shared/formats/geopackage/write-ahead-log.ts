import { pageBytes } from './page-bytes.ts';

/** What a database is with the changes that its write-ahead log holds. */
export interface WithLog {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether the log goes on after the last change that is whole: that one is not finished, or damaged. */
  isCut: boolean;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x377f0682;
const version = 3_007_000;

/** The running checksum of a log: two sums that are added to each other, of words of four bytes. */
class Checksum {
  private first = 0;
  private second = 0;
  private readonly view: DataView;
  private readonly little: boolean;

  constructor(view: DataView, little: boolean) {
    this.view = view;
    this.little = little;
  }

  /** Takes bytes in, whose number is a multiple of eight. */
  add(from: number, to: number): void {
    let { first, second } = this;
    for (let at = from; at < to; at += 8) {
      first = (first + this.view.getUint32(at, this.little) + second) >>> 0;
      second = (second + this.view.getUint32(at + 4, this.little) + first) >>> 0;
    }
    this.first = first;
    this.second = second;
  }

  /** Whether the sums so far are those that stand at a place. */
  fits(at: number): boolean {
    return this.first === this.view.getUint32(at) && this.second === this.view.getUint32(at + 4);
  }
}

/**
 * A database with what was committed to the log beside it (`-wal`), as SQLite's description of its file
 * format has it (chapter 4): frames count as long as they have the salts of the log's head and the
 * checksum of everything up to them is right, and of those all up to the last that ends a transaction.
 * So a log that is damaged or cut yields the state after one of its transactions, never half of one.
 * Null for a log that is none, or of another database.
 */
export function withWriteAheadLog(
  database: Uint8Array<ArrayBuffer>,
  log: Uint8Array<ArrayBuffer>,
): WithLog | null {
  // A log is emptied when the last program that used it closes the database.
  if (log.length === 0) return { bytes: database, isCut: false };
  if (log.length < headerBytes || database.length < 100) return null;
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const word = view.getUint32(0);
  const size = pageBytes(database);
  // The lowest bit says in which order the bytes of words are summed up.
  const sum = new Checksum(view, (word & 1) === 0);
  sum.add(0, 24);
  const isLog = (word & ~1) === magic && view.getUint32(4) === version && sum.fits(24);
  if (!isLog || view.getUint32(8) !== size) return null;

  const hasSalts = (at: number) =>
    at + frameHeaderBytes <= log.length &&
    view.getUint32(at + 8) === view.getUint32(16) &&
    view.getUint32(at + 12) === view.getUint32(20);
  /** Where in the log the last content of each page is. */
  const pages = new Map<number, number>();
  let open: [page: number, at: number][] = [];
  let pageCount = 0;
  let at = headerBytes;
  let end = at;
  while (at + frameHeaderBytes + size <= log.length && hasSalts(at)) {
    sum.add(at, at + 8);
    sum.add(at + frameHeaderBytes, at + frameHeaderBytes + size);
    if (!sum.fits(at + 16)) break;
    open.push([view.getUint32(at), at + frameHeaderBytes]);
    const count = view.getUint32(at + 4);
    at += frameHeaderBytes + size;
    if (count === 0) continue;
    for (const [page, place] of open) pages.set(page, place);
    open = [];
    pageCount = count;
    end = at;
  }
  const isCut = hasSalts(end);
  if (pageCount === 0) return { bytes: database, isCut };
  // Every page that the database did not have before stands in the log.
  if (pageCount > database.length / size + pages.size || pages.has(0)) return null;
  const bytes = new Uint8Array(pageCount * size);
  bytes.set(database.subarray(0, bytes.length));
  for (const [page, place] of pages) {
    if (page <= pageCount) bytes.set(log.subarray(place, place + size), (page - 1) * size);
  }
  const changed = new DataView(bytes.buffer);
  changed.setUint32(28, pageCount);
  // It keeps no log any more.
  changed.setUint16(18, 0x0101);
  return { bytes, isCut };
}
