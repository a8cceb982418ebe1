import type { CellValue } from '#shared/formats/table.ts';
import type { DbfField } from './dbf-header.ts';

/** Bytes of a value without the blanks and zeros behind it. */
export function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
  const zero = bytes.subarray(0, end).indexOf(0);
  return zero < 0 ? bytes.subarray(0, end) : bytes.subarray(0, zero);
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** A number in digits; what a double cannot hold to the last digit stays text. */
function readDigits(text: string): CellValue {
  const digits = text.trim();
  if (digits === '' || /^[*?]+$/.test(digits)) return null;
  const value = Number(digits.replace(',', '.'));
  if (!Number.isFinite(value)) return digits;
  const significant = digits.replace(/[^\d]/g, '').replace(/^0+/, '');
  return significant.length > 15 && String(value) !== digits ? exactOr(digits, value) : value;
}

function exactOr(digits: string, value: number): CellValue {
  const plain = digits.includes('.') ? digits.replace(/0+$/, '').replace(/\.$/, '') : digits;
  if (String(value) === plain) return value;
  // Long decimals are measurements, whose last digits no double kept either; long codes are not.
  return plain.includes('.') || /e/i.test(plain) ? value : digits;
}

function readDay(text: string): CellValue {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (!day) return text.trim() || null;
  // How GDAL and others fill the field where there is no day.
  if (Number(day[0]) === 0) return null;
  return `${day[1]}-${day[2]}-${day[3]}`;
}

/** Julian day number of 1970-01-01. */
const unixDay = 2_440_588;

function readInstant(view: DataView): CellValue {
  const day = view.getUint32(0, true);
  if (day === 0) return null;
  const ms = (day - unixDay) * 86_400_000 + view.getUint32(4, true);
  const instant = new Date(ms);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString().slice(0, 19);
}

/** A value that is no text; `undefined` for kinds whose values lie in other files. */
export function readValue(field: DbfField, bytes: Uint8Array): CellValue | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (field.type) {
    case 'N':
    case 'F':
      return readDigits(ascii(bytes).replaceAll('\0', ' '));
    case 'D':
      return readDay(ascii(bytes).replaceAll('\0', ' '));
    case 'L': {
      const sign = ascii(bytes).trim().toUpperCase();
      if (sign === 'T' || sign === 'Y') return true;
      return sign === 'F' || sign === 'N' ? false : null;
    }
    case 'I':
    case '+':
      return bytes.length === 4 ? view.getInt32(0, true) : null;
    case 'O':
    case 'B': {
      const value = bytes.length === 8 ? view.getFloat64(0, true) : Number.NaN;
      return Number.isFinite(value) ? value : null;
    }
    case 'T':
    case '@':
      return bytes.length === 8 ? readInstant(view) : null;
    default:
      return undefined;
  }
}
