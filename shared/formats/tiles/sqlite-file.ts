import { FormatError } from '#shared/formats/format-error.ts';
import type { ByteSource } from './tile-archive.ts';

/** A value as a record of SQLite holds it. */
export type SqlValue = number | string | Uint8Array<ArrayBuffer> | null;

interface Page {
  bytes: Uint8Array<ArrayBuffer>;
  view: DataView<ArrayBuffer>;
  /** Where the header of the b-tree begins: after that of the file on the first page. */
  start: number;
  type: number;
  cells: number[];
  /** The right-most child of an interior page. */
  right: number;
}

const leafTable = 13;
const leafIndex = 10;
const innerTable = 5;
const innerIndex = 2;

const cachedPages = 400;
/** A tree is never so deep; a damaged file may lead in circles. */
const deepest = 40;
const longestPayload = 2 ** 26;

const damaged = () => new FormatError('format.tiles.damaged', { reason: 'SQLite' });

/** A number of one to nine bytes, most significant first, and where it ends. */
function varint(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw damaged();
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + i + 1];
  }
  return [value * 256 + (bytes[at + 8] ?? 0), at + 9];
}

function integer(view: DataView, at: number, size: number): number {
  let value = view.getInt8(at);
  for (let i = 1; i < size; i++) value = value * 256 + view.getUint8(at + i);
  return value;
}

const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
const text = new TextDecoder();

/** The values of a record. @throws FormatError when it is damaged */
function recordOf(payload: Uint8Array<ArrayBuffer>): SqlValue[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const [headerLength, first] = varint(payload, 0);
  const values: SqlValue[] = [];
  let head = first;
  let body = headerLength;
  while (head < headerLength) {
    const [type, next] = varint(payload, head);
    head = next;
    const size = type >= 12 ? Math.floor((type - 12) / 2) : (sizes[type] ?? 0);
    if (body + size > payload.length) throw damaged();
    if (type === 0 || type === 10 || type === 11) values.push(null);
    else if (type === 7) values.push(view.getFloat64(body));
    else if (type === 8 || type === 9) values.push(type - 8);
    else if (type < 7) values.push(integer(view, body, size));
    else {
      const part = payload.subarray(body, body + size);
      values.push(type % 2 === 0 ? part : text.decode(part));
    }
    body += size;
  }
  return values;
}

function compare(a: SqlValue, b: SqlValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    const at = a.findIndex((byte, i) => byte !== b[i]);
    return at < 0 ? a.length - b.length : (a[at] as number) - (b[at] ?? -1);
  }
  const rank = (value: SqlValue) =>
    value === null ? 0 : typeof value === 'number' ? 1 : typeof value === 'string' ? 2 : 3;
  return rank(a) - rank(b);
}

/** The first of some cells, which stand in order, that does not come before; their number if none. */
function firstNotBefore(cells: readonly number[], comesBefore: (cell: number) => boolean): number {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesBefore(cells[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A row id as it is meant: one below zero is written as a number of 64 bits without a sign. */
const signed = (id: number) => (id < 2 ** 63 ? id : id - 2 ** 64);

/**
 * A SQLite database of which only the pages on the way to a row are read, after the published file
 * format (sqlite.org/fileformat2.html). It is only looked into: nothing of it is run.
 */
export class SqliteFile {
  private readonly source: ByteSource;
  private readonly pageSize: number;
  private readonly usable: number;
  private readonly pages = new Map<number, Promise<Page>>();

  private constructor(source: ByteSource, pageSize: number, reserved: number) {
    this.source = source;
    this.pageSize = pageSize;
    this.usable = pageSize - reserved;
  }

  /** @throws FormatError when it is no database, or one with texts that are no UTF-8 */
  static async open(source: ByteSource): Promise<SqliteFile> {
    const view = new DataView(await source.read(0, 100));
    if (view.byteLength < 100) throw damaged();
    const size = view.getUint16(16);
    const pageSize = size === 1 ? 65_536 : size;
    const isPower = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0;
    if (!isPower || view.getUint32(56) > 1) throw damaged();
    return new SqliteFile(source, pageSize, view.getUint8(20));
  }

  /** Every row of a table that has row ids, at most `most`. */
  async rows(root: number, most = 10_000): Promise<SqlValue[][]> {
    const found: SqlValue[][] = [];
    const visit = async (number: number, depth: number): Promise<void> => {
      if (depth > deepest || found.length >= most) return;
      const page = await this.page(number);
      for (const at of page.cells) {
        if (found.length >= most) return;
        if (page.type === innerTable) await visit(page.view.getUint32(at), depth + 1);
        else if (page.type === leafTable) {
          const [length, afterLength] = varint(page.bytes, at);
          const [, start] = varint(page.bytes, afterLength);
          found.push(recordOf(await this.payload(page, start, length, this.usable - 35)));
        } else throw damaged();
      }
      if (page.type === innerTable) await visit(page.right, depth + 1);
    };
    await visit(root, 0);
    return found;
  }

  /** The row with a row id; null when there is none. */
  async byRowId(root: number, id: number): Promise<SqlValue[] | null> {
    let number = root;
    for (let depth = 0; depth < deepest; depth++) {
      const page = await this.page(number);
      if (page.type === leafTable) {
        const keyOf = (at: number) => varint(page.bytes, varint(page.bytes, at)[1]);
        const at = page.cells[firstNotBefore(page.cells, (one) => signed(keyOf(one)[0]) < id)];
        if (at === undefined) return null;
        const [length] = varint(page.bytes, at);
        const [key, start] = keyOf(at);
        if (key !== id) return null;
        return recordOf(await this.payload(page, start, length, this.usable - 35));
      }
      if (page.type !== innerTable) throw damaged();
      const next = (at: number) => signed(varint(page.bytes, at + 4)[0]) < id;
      const cell = page.cells[firstNotBefore(page.cells, next)];
      number = cell === undefined ? page.right : page.view.getUint32(cell);
    }
    throw damaged();
  }

  /** The entry of an index, or row of a table without row ids, that begins with a key; null when none does. */
  async byKey(root: number, key: readonly SqlValue[]): Promise<SqlValue[] | null> {
    let number = root;
    for (let depth = 0; depth < deepest; depth++) {
      const page = await this.page(number);
      if (page.type !== leafIndex && page.type !== innerIndex) throw damaged();
      const inner = page.type === innerIndex ? 4 : 0;
      let [low, high] = [0, page.cells.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const entry = await this.entry(page, (page.cells[middle] as number) + inner);
        const order = key.reduce<number>((so, part, i) => so || compare(entry[i] ?? null, part), 0);
        if (order === 0) return entry;
        if (order < 0) low = middle + 1;
        else high = middle;
      }
      if (inner === 0) return null;
      const cell = page.cells[low];
      number = cell === undefined ? page.right : page.view.getUint32(cell);
    }
    throw damaged();
  }

  private async entry(page: Page, at: number): Promise<SqlValue[]> {
    const [length, start] = varint(page.bytes, at);
    const most = Math.floor(((this.usable - 12) * 64) / 255) - 23;
    return recordOf(await this.payload(page, start, length, most));
  }

  /** A payload, with what of it lies on pages of its own; `most` is what one page holds of it. */
  private async payload(
    page: Page,
    start: number,
    length: number,
    most: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    if (length > longestPayload) throw damaged();
    if (length <= most) return page.bytes.subarray(start, start + length);
    const least = Math.floor(((this.usable - 12) * 32) / 255) - 23;
    const fitting = least + ((length - least) % (this.usable - 4));
    const local = fitting <= most ? fitting : least;
    const whole = new Uint8Array(length);
    whole.set(page.bytes.subarray(start, start + local));
    let filled = local;
    let next = page.view.getUint32(start + local);
    while (filled < length) {
      if (next === 0) throw damaged();
      const bytes = new Uint8Array(
        await this.source.read((next - 1) * this.pageSize, this.pageSize),
      );
      if (bytes.length < 4) throw damaged();
      const part = bytes.subarray(4, Math.min(this.usable, 4 + length - filled));
      if (part.length === 0) throw damaged();
      whole.set(part, filled);
      filled += part.length;
      next = new DataView(bytes.buffer).getUint32(0);
    }
    return whole;
  }

  private page(number: number): Promise<Page> {
    const known = this.pages.get(number);
    if (known) {
      // What was asked for last goes last: the root of a tree stays.
      this.pages.delete(number);
      this.pages.set(number, known);
      return known;
    }
    const page = this.load(number);
    this.pages.set(number, page);
    // What could not be read now may be read later.
    page.catch(() => {
      if (this.pages.get(number) === page) this.pages.delete(number);
    });
    if (this.pages.size > cachedPages) {
      const [oldest = number] = this.pages.keys();
      this.pages.delete(oldest);
    }
    return page;
  }

  private async load(number: number): Promise<Page> {
    const bytes = new Uint8Array(
      await this.source.read((number - 1) * this.pageSize, this.pageSize),
    );
    const start = number === 1 ? 100 : 0;
    if (number < 1 || bytes.length < this.pageSize) throw damaged();
    const view = new DataView(bytes.buffer);
    const type = view.getUint8(start);
    const isInner = type === innerIndex || type === innerTable;
    const count = view.getUint16(start + 3);
    const first = start + (isInner ? 12 : 8);
    if (first + 2 * count > bytes.length) throw damaged();
    const cells = Array.from({ length: count }, (_, i) => view.getUint16(first + 2 * i));
    return { bytes, view, start, type, cells, right: isInner ? view.getUint32(start + 8) : 0 };
  }
}
