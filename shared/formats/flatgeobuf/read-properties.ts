import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { wholeNumber } from '#shared/formats/values/whole-number.ts';

export interface FgbColumn {
  name: string;
  type: ColumnType;
}

const decoder = new TextDecoder();

/** Reads one value and says how many bytes it takes. */
type ValueReader = (view: DataView, at: number) => { value: unknown; length: number };

const fixed =
  (length: number, read: (view: DataView, at: number) => unknown): ValueReader =>
  (view, at) => ({ value: read(view, at), length });

const bytesAt = (view: DataView, at: number): Uint8Array => {
  const length = view.getUint32(at, true);
  return new Uint8Array(view.buffer, view.byteOffset + at + 4, length);
};

const text =
  (understand: (text: string) => unknown): ValueReader =>
  (view, at) => {
    const bytes = bytesAt(view, at);
    return { value: understand(decoder.decode(bytes)), length: 4 + bytes.length };
  };

const readers: Record<ColumnType, ValueReader> = {
  [ColumnType.Byte]: fixed(1, (view, at) => view.getInt8(at)),
  [ColumnType.UByte]: fixed(1, (view, at) => view.getUint8(at)),
  [ColumnType.Bool]: fixed(1, (view, at) => view.getUint8(at) !== 0),
  [ColumnType.Short]: fixed(2, (view, at) => view.getInt16(at, true)),
  [ColumnType.UShort]: fixed(2, (view, at) => view.getUint16(at, true)),
  [ColumnType.Int]: fixed(4, (view, at) => view.getInt32(at, true)),
  [ColumnType.UInt]: fixed(4, (view, at) => view.getUint32(at, true)),
  [ColumnType.Long]: fixed(8, (view, at) => wholeNumber(String(view.getBigInt64(at, true)))),
  [ColumnType.ULong]: fixed(8, (view, at) => wholeNumber(String(view.getBigUint64(at, true)))),
  [ColumnType.Float]: fixed(4, (view, at) => view.getFloat32(at, true)),
  [ColumnType.Double]: fixed(8, (view, at) => view.getFloat64(at, true)),
  [ColumnType.String]: text((value) => value),
  [ColumnType.DateTime]: text((value) => value),
  [ColumnType.Json]: text((value) => JSON.parse(value) as unknown),
  // Pictures and the like are left.
  [ColumnType.Binary]: (view, at) => ({ value: null, length: 4 + bytesAt(view, at).length }),
};

/**
 * Values of a feature by the names of their columns. The library's own reader rounds whole numbers of
 * 64 bits. @throws when the bytes are no such values
 */
export function readProperties(
  bytes: Uint8Array | null,
  columns: readonly FgbColumn[],
): Record<string, unknown> {
  const values: [string, unknown][] = [];
  if (!bytes) return {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const column = columns[view.getUint16(at, true)];
    if (!column) throw new RangeError('no such column');
    const { value, length } = readers[column.type](view, at + 2);
    values.push([column.name, value]);
    at += 2 + length;
  }
  return Object.fromEntries(values);
}
