import type { CellValue, Table } from '#shared/formats/table.ts';
import { encodeText } from '#shared/formats/text/encode-text.ts';
import { type ColumnKind, columnKinds } from '#shared/formats/write/column-kind.ts';

type Encoding = 'utf-8' | 'gb18030';

/** How a column is kept in a .dbf. */
export interface DbfColumn {
  name: string;
  /** Its heading in the table. */
  heading: string;
  type: 'C' | 'N' | 'L';
  length: number;
  decimals: number;
}

/** What keeping a table in a .dbf loses. */
export interface DbfLosses {
  renamed: string[];
  /** Values longer than 254 bytes, cut at a character. */
  cut: number;
  /** Characters that the encoding does not have. */
  missing: number;
  /** Numbers that 15 decimals do not hold. */
  rounded: number;
  /** Columns of numbers and texts, kept as text. */
  mixed: string[];
  /** Columns that were empty texts. */
}

const longestName = 10;
const longestText = 254;
const widestNumber = 24;
const mostDecimals = 15;

/** Digits of a number without exponent, as few as give the same number again. */
export function plainDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const decimals = Math.min(
    mostDecimals,
    Math.max(0, 20 - Math.floor(Math.log10(Math.abs(value) || 1))),
  );
  return value
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

export function textOfCell(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** Names of at most ten bytes, all different whatever their case. */
function shortNames(headings: readonly string[], encoding: Encoding): string[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const fitting = (text: string, most: number) =>
      new TextDecoder(encoding).decode(encodeText(text, encoding, most).bytes);
    let name = fitting(heading, longestName) || `F${index + 1}`;
    for (let copy = 2; taken.has(name.toUpperCase()); copy += 1) {
      name = `${fitting(heading, longestName - 1 - String(copy).length)}_${copy}`;
    }
    taken.add(name.toUpperCase());
    return name;
  });
}

function numberColumn(values: readonly CellValue[]): { length: number; decimals: number } {
  let [whole, decimals] = [1, 0];
  for (const value of values) {
    if (typeof value !== 'number') continue;
    const [integer = '', fraction = ''] = plainDigits(value).split('.');
    whole = Math.max(whole, integer.length);
    decimals = Math.max(decimals, Math.min(mostDecimals, fraction.length));
  }
  decimals = Math.max(0, Math.min(decimals, widestNumber - whole - 1));
  return { length: Math.min(widestNumber, whole + (decimals > 0 ? decimals + 1 : 0)), decimals };
}

/** Columns of the .dbf for a table, and what they will lose. */
export function planDbf(
  table: Table,
  encoding: Encoding,
): { columns: DbfColumn[]; losses: DbfLosses } {
  const losses: DbfLosses = { renamed: [], cut: 0, missing: 0, rounded: 0, mixed: [] };
  const kinds = columnKinds(table);
  const names = shortNames(table.columns, encoding);
  const columns = table.columns.map((heading, index): DbfColumn => {
    const name = names[index] as string;
    if (name !== heading) losses.renamed.push(`${heading} → ${name}`);
    const kind = kinds[index] as ColumnKind;
    const values = table.rows.map(({ cells }) => cells[index] ?? null);
    if (kind === 'boolean') return { name, heading, type: 'L', length: 1, decimals: 0 };
    if (kind === 'integer' || kind === 'number') {
      const size = numberColumn(values);
      for (const value of values) {
        if (typeof value === 'number' && Number(value.toFixed(size.decimals)) !== value) {
          losses.rounded += 1;
        }
      }
      return { name, heading, type: 'N', ...size };
    }
    if (kind === 'mixed') losses.mixed.push(heading);
    let length = 1;
    for (const value of values) {
      const { bytes, cut, missing } = encodeText(textOfCell(value), encoding, longestText);
      length = Math.max(length, bytes.length);
      if (cut) losses.cut += 1;
      losses.missing += missing;
    }
    return { name, heading, type: 'C', length, decimals: 0 };
  });
  return { columns, losses };
}
