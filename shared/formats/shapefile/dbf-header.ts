import { FormatError } from '#shared/formats/format-error.ts';
import { limits } from '#shared/formats/limits.ts';

export interface DbfField {
  /** Bytes of its name, in the encoding of the file. */
  name: Uint8Array;
  /** One letter, such as C for text and N for numbers. */
  type: string;
  /** Place within a record, behind the mark of deletion. */
  offset: number;
  length: number;
  decimals: number;
}

export interface DbfHeader {
  fields: DbfField[];
  languageId: number;
  /** Records that the header promises. */
  count: number;
  start: number;
  recordLength: number;
}

const fieldTypes = /^[CNFDLMIBOTYG@+WVQP0]$/;

/** Whether bytes look like the header of a dBASE table. */
export function isDbf(bytes: Uint8Array): boolean {
  if (bytes.length < 65) return false;
  if (![0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x83, 0x8b, 0x8c, 0xf5].includes(bytes[0] ?? 0)) {
    return false;
  }
  const month = bytes[2] ?? 0;
  const day = bytes[3] ?? 0;
  const start = (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0);
  const type = String.fromCharCode(bytes[32 + 11] ?? 0);
  return month <= 12 && day <= 31 && start > 64 && fieldTypes.test(type);
}

/** @throws FormatError when it is no header of a dBASE table */
export function readDbfHeader(bytes: Uint8Array): DbfHeader {
  if (bytes.length < 33) throw new FormatError('format.dbf.cut', { byte: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= Math.min(start, bytes.length); at += 32) {
    if (bytes[at] === 0x0d || bytes[at] === 0) break;
    const type = String.fromCharCode(bytes[at + 11] as number);
    if (!fieldTypes.test(type)) throw new FormatError('format.dbf.badField', { byte: at });
    if (fields.length >= limits.columns) {
      throw new FormatError('format.tooManyColumns', { limit: limits.columns });
    }
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    let length = bytes[at + 16] as number;
    let decimals = bytes[at + 17] as number;
    // Clipper keeps long texts by using the decimals as the high byte of the length.
    if (type === 'C' && decimals > 0) {
      length += 256 * decimals;
      decimals = 0;
    }
    fields.push({ name: end < 0 ? name : name.subarray(0, end), type, offset, length, decimals });
    offset += length;
  }
  // A table of no fields has the mark of deletion alone: shapes drawn without attributes.
  if (recordLength === 0 || start < 33) {
    throw new FormatError('format.dbf.badHeader');
  }
  // Some programs reckon the length of a record wrongly; more than one byte off is damage.
  if (offset > recordLength + 1) throw new FormatError('format.dbf.badHeader');
  return {
    fields,
    languageId: bytes[29] as number,
    count: view.getUint32(4, true),
    start,
    recordLength,
  };
}
