import type { CellValue, Table } from '#shared/formats/table.ts';
import { encodeText } from '#shared/formats/text/encode-text.ts';
import { type DbfColumn, fixedDigits, planDbf, textOfCell } from './dbf-plan.ts';

const headerOf = (columns: readonly DbfColumn[]) => 32 + 32 * columns.length + 1;

function digits(value: CellValue, { length, decimals }: DbfColumn): string {
  if (typeof value !== 'number') return ' '.repeat(length);
  return fixedDigits(value, decimals).padStart(length).slice(0, length);
}

function flag(value: CellValue): string {
  return value === true ? 'T' : value === false ? 'F' : '?';
}

function putAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

/** The .dbf of a table. A table without columns gets one with the numbers of its rows. */
export function writeDbf(table: Table, encoding: 'utf-8' | 'gb18030'): Uint8Array<ArrayBuffer> {
  const planned = planDbf(table, encoding).columns;
  const numbered: DbfColumn = { name: 'FID', type: 'N', length: 10, decimals: 0 };
  const columns = planned.length > 0 ? planned : [numbered];
  const recordLength = columns.reduce((sum, { length }) => sum + length, 1);
  const start = headerOf(columns);
  const bytes = new Uint8Array(start + recordLength * table.rows.length + 1);
  const view = new DataView(bytes.buffer);
  bytes[0] = 0x03;
  // A fixed day: the same table gives the same bytes always.
  bytes.set([126, 1, 1], 1);
  view.setUint32(4, table.rows.length, true);
  view.setUint16(8, start, true);
  view.setUint16(10, recordLength, true);
  bytes[29] = encoding === 'gb18030' ? 0x4d : 0;
  columns.forEach(({ name, type, length, decimals }, index) => {
    const at = 32 + 32 * index;
    bytes.set(encodeText(name, encoding, 10).bytes, at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
    bytes[at + 17] = decimals;
  });
  bytes[start - 1] = 0x0d;
  bytes.fill(0x20, start);
  table.rows.forEach(({ cells, number }, row) => {
    let at = start + recordLength * row + 1;
    columns.forEach((column, index) => {
      const value = planned.length > 0 ? (cells[index] ?? null) : number;
      if (column.type === 'C') {
        bytes.set(encodeText(textOfCell(value), encoding, column.length).bytes, at);
      } else putAscii(bytes, at, column.type === 'N' ? digits(value, column) : flag(value));
      at += column.length;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
