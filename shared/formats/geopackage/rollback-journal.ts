import { pageBytes } from './page-bytes.ts';

const magic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
const headerBytes = 28;
/** What a journal says that was never finished: as many pages as lie behind its head. */
const untilEnd = 0xffff_ffff;

const hasMagic = (journal: Uint8Array, at: number) =>
  magic.every((byte, index) => journal[at + index] === byte);

/** The sum that stands behind a page: some of its bytes, added to the number that its head names. */
function sumOf(page: Uint8Array, nonce: number): number {
  let sum = nonce;
  for (let at = page.length - 200; at > 0; at -= 200) sum += page[at] as number;
  return sum >>> 0;
}

/** One part of a journal: a head at the beginning of a sector, and the pages behind it. */
interface Segment {
  nonce: number;
  count: number;
  from: number;
}

function segmentAt(view: DataView, at: number, sector: number, record: number): Segment {
  const from = at + sector;
  const said = view.getUint32(at + 8);
  const held = Math.max(0, Math.floor((view.byteLength - from) / record));
  return { nonce: view.getUint32(at + 12), from, count: said === untilEnd ? held : said };
}

/**
 * A database as it was before the change that is not finished, as SQLite's description of its file
 * format has it (chapter 3): the journal beside it (`-journal`) holds what stood on each page that the
 * change has touched. The database itself, when the journal is empty or was put out of use; null when
 * the journal is none, or of another database.
 */
export function rolledBack(
  database: Uint8Array<ArrayBuffer>,
  journal: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> | null {
  // Programs that keep the file of the journal empty it, or overwrite its head with noughts.
  if (journal.subarray(0, 512).every((byte) => byte === 0)) return database;
  if (journal.length < headerBytes || database.length < 100 || !hasMagic(journal, 0)) return null;
  const view = new DataView(journal.buffer, journal.byteOffset, journal.byteLength);
  const [pageCount, sector, size] = [16, 20, 24].map((at) => view.getUint32(at)) as [
    number,
    number,
    number,
  ];
  if (size !== pageBytes(database) || sector < 32 || sector > 65_536) return null;
  const record = size + 8;
  /** Where in the journal the first, and so the oldest, content of each page is. */
  const pages = new Map<number, number>();
  let isSound = true;
  for (let at = 0; isSound && at + headerBytes <= journal.length && hasMagic(journal, at); ) {
    const { nonce, count, from } = segmentAt(view, at, sector, record);
    let place = from;
    for (let i = 0; i < count && isSound; i += 1, place += record) {
      const page = place + record <= journal.length ? view.getUint32(place) : 0;
      const content = journal.subarray(place + 4, place + 4 + size);
      // Where the sums end to be right is where the journal was when it was copied or lost power.
      isSound = page > 0 && sumOf(content, nonce) === view.getUint32(place + 4 + size);
      if (isSound && page <= pageCount && !pages.has(page)) pages.set(page, place + 4);
    }
    at = Math.ceil(place / sector) * sector;
  }
  // What neither the database nor its journal holds cannot have been there.
  if (pageCount === 0 || pageCount > database.length / size + pages.size) return null;
  const bytes = new Uint8Array(pageCount * size);
  bytes.set(database.subarray(0, bytes.length));
  for (const [page, place] of pages) {
    bytes.set(journal.subarray(place, place + size), (page - 1) * size);
  }
  return bytes;
}
