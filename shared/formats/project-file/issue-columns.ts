import { idColumn } from '#shared/model/id-words.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { textAt, textColumn } from '#shared/model/text-column.ts';
import * as z from 'zod';
import { fromPlanes, toPlanes } from './byte-planes.ts';

/**
 * An issue chunk as one binary part: length of the header (uint32, little-endian), header (JSON),
 * then the columns as byte planes, `count` entries each, in this order:
 * ids (16 bytes each, not in planes; left out when the header has them, as old files may) · longitude, latitude (int32,
 * 1e-7°) · class (uint16) · status (uint8) · found, due, closed · lost points (float32) · text (uint32,
 * index into the header's texts). A moment is two planes-columns, high (int32) and low (uint32) half of
 * its whole milliseconds since 1970; due and closed count from found; high = -2^31 means none.
 */
const header = z.object({
  id: z.uuid(),
  count: z.number().int().nonnegative().max(1_000_000),
  classes: z.array(z.string()),
  /** Each different text once. */
  texts: z.array(z.string()),
  ids: z.array(z.uuid()).nullable(),
});

const none = -(2 ** 31);
const halfRange = 2 ** 32;

export function encodeIssueChunk(chunk: IssueChunk): Uint8Array<ArrayBuffer> {
  const textIndex = new Map<string, number>();
  const textNumbers = Uint32Array.from({ length: chunk.count }, (_, index) => {
    const text = textAt(chunk, index);
    const number = textIndex.get(text) ?? textIndex.size;
    textIndex.set(text, number);
    return number;
  });
  const head = new TextEncoder().encode(
    JSON.stringify({
      id: chunk.id,
      count: chunk.count,
      classes: chunk.classes,
      texts: [...textIndex.keys()],
      ids: null,
    } satisfies z.input<typeof header>),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length, true);
  const since = (moments: Float64Array) => moments.map((time, i) => time - (chunk.foundAt[i] ?? 0));
  return concatenate([
    length,
    head,
    idsToBytes(chunk.ids),
    toPlanes(chunk.longitude),
    toPlanes(chunk.latitude),
    toPlanes(chunk.issueClass),
    toPlanes(chunk.status),
    encodeMoments(chunk.foundAt),
    encodeMoments(since(chunk.dueAt)),
    encodeMoments(since(chunk.closedAt)),
    toPlanes(chunk.lostPoints),
    toPlanes(textNumbers),
  ]);
}

/** The inverse of {@link encodeIssueChunk}. @throws Error when the bytes do not hold one. */
export function decodeIssueChunk(bytes: Uint8Array<ArrayBuffer>): IssueChunk {
  let offset = 0;
  const take = (size: number) => {
    if (offset + size > bytes.length) throw new Error('issue columns end too early');
    offset += size;
    return bytes.subarray(offset - size, offset);
  };
  const headLength = new DataView(take(4).slice().buffer).getUint32(0, true);
  const head = header.parse(JSON.parse(new TextDecoder().decode(take(headLength))));
  const { count } = head;
  const column = (width: number) => fromPlanes(take(count * width), width);
  const int32 = () => {
    const view = column(4);
    return Int32Array.from({ length: count }, (_, i) => view.getInt32(i * 4, true));
  };
  const moments = () => {
    const high = int32();
    const low = column(4);
    return Float64Array.from(high, (half, i) =>
      half === none ? Number.NaN : half * halfRange + low.getUint32(i * 4, true),
    );
  };
  const ids = head.ids ? idColumn(head.ids) : bytesToIds(take(count * 16));
  const longitude = int32();
  const latitude = int32();
  const classes = column(2);
  const status = Uint8Array.from(take(count));
  const foundAt = moments();
  const fromFound = () => moments().map((time, i) => time + (foundAt[i] as number));
  const dueAt = fromFound();
  const closedAt = fromFound();
  const lost = column(4);
  const textIndex = column(4);
  if (offset !== bytes.length) throw new Error('issue columns are followed by something else');
  return {
    kind: 'issueChunk',
    id: head.id,
    count,
    ids,
    longitude,
    latitude,
    issueClass: Uint16Array.from({ length: count }, (_, i) => classes.getUint16(i * 2, true)),
    classes: head.classes,
    status,
    foundAt,
    dueAt,
    closedAt,
    lostPoints: Float32Array.from({ length: count }, (_, i) => lost.getFloat32(i * 4, true)),
    ...textColumn(
      Array.from({ length: count }, (_, i) => {
        const text = head.texts[textIndex.getUint32(i * 4, true)];
        if (text === undefined) throw new Error('an issue names a text that is not there');
        return text;
      }),
    ),
  };
}

/** Each UUID as its 16 bytes. */
function idsToBytes(ids: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * ids.length));
  ids.forEach((word, at) => view.setUint32(4 * at, word));
  return new Uint8Array(view.buffer);
}

function bytesToIds(bytes: Uint8Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(4 * at));
}

function encodeMoments(moments: Float64Array): Uint8Array {
  const whole = moments.map(Math.round);
  return concatenate([
    toPlanes(Int32Array.from(whole, (t) => (Number.isNaN(t) ? none : Math.floor(t / halfRange)))),
    toPlanes(
      Uint32Array.from(whole, (t) =>
        Number.isNaN(t) ? 0 : t - Math.floor(t / halfRange) * halfRange,
      ),
    ),
  ]);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
