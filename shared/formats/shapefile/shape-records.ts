import { FormatError } from '#shared/formats/format-error.ts';
import type { Problem } from '#shared/formats/source/problem.ts';

/** Where the content of a record lies, in bytes. */
export interface RecordPlace {
  start: number;
  length: number;
}

export interface ShapeRecords {
  places: RecordPlace[];
  problems: Problem[];
}

const headerLength = 100;

/** Whether bytes begin like a .shp or .shx. */
export function isShp(bytes: Uint8Array): boolean {
  if (bytes.length < 32) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getInt32(0) === 9994 && view.getInt32(28, true) === 1000;
}

/** Records one after another as they lie in the file; null when that order breaks off. */
function inOrder(view: DataView): { places: RecordPlace[]; end: number } {
  const places: RecordPlace[] = [];
  let at = headerLength;
  while (at + 8 <= view.byteLength) {
    const number = view.getInt32(at);
    const length = 2 * view.getInt32(at + 4);
    if (number !== places.length + 1 || length < 4 || at + 8 + length > view.byteLength) break;
    places.push({ start: at + 8, length });
    at += 8 + length;
  }
  return { places, end: at };
}

/** Records where the index says they are; null when it does not fit the file. */
function byIndex(view: DataView, shx: Uint8Array): RecordPlace[] | null {
  if (!isShp(shx) || (shx.length - headerLength) % 8 !== 0) return null;
  const index = new DataView(shx.buffer, shx.byteOffset, shx.byteLength);
  const places: RecordPlace[] = [];
  let total = 0;
  for (let at = headerLength; at + 8 <= index.byteLength; at += 8) {
    const offset = 2 * index.getInt32(at);
    if (offset < headerLength || offset + 12 > view.byteLength) return null;
    // The record itself knows its length; some programs write a wrong one into the index.
    const length = 2 * view.getInt32(offset + 4);
    total += length;
    if (length < 4 || offset + 8 + length > view.byteLength || total > 4 * view.byteLength) {
      return null;
    }
    places.push({ start: offset + 8, length });
  }
  return places;
}

/**
 * Places of the records of a .shp: as the index beside it says where that fits, since files edited
 * in place have gaps; else one after another as far as that goes, with a problem where it breaks off.
 * @throws FormatError when it is no shapefile
 */
export function shapeRecords(shp: Uint8Array, shx: Uint8Array | undefined): ShapeRecords {
  if (!isShp(shp)) throw new FormatError('format.shp.notShp');
  if (shp.length < headerLength) throw new FormatError('format.shp.cut', { byte: shp.length });
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  const plain = inOrder(view);
  const indexed = shx && byIndex(view, shx);
  if (indexed && indexed.length >= plain.places.length) return { places: indexed, problems: [] };
  const problems: Problem[] = [];
  if (plain.end < shp.length) {
    if (plain.places.length === 0) throw new FormatError('format.shp.cut', { byte: plain.end });
    const params = { byte: plain.end, count: plain.places.length };
    problems.push({ key: 'shpBroken', params });
  }
  return { places: plain.places, problems };
}
