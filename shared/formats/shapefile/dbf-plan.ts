import type { CellValue, Table } from '#shared/formats/table.ts';
import { encodeText } from '#shared/formats/text/encode-text.ts';
import { type ColumnKind, columnKinds } from '#shared/formats/write/column-kind.ts';
import { distinctNames } from '#shared/formats/write/distinct-names.ts';
import { plainName } from '#shared/formats/write/held-texts.ts';

type Encoding = 'utf-8' | 'gb18030';

/** How a column is kept in a .dbf. */
export interface DbfColumn {
  name: string;
  type: 'C' | 'N' | 'L';
  length: number;
  decimals: number;
}

/** What keeping a table in a .dbf loses. */
export interface DbfLosses {
  /** Values longer than there is room for, cut at a character. */
  cut: number;
  /** Bytes that there is room for: fewer when all columns are to fit into a record. */
  longest: number;
  /** Characters that the encoding does not have. */
  missing: number;
  /** Numbers that 15 decimals do not hold. */
  rounded: number;
  /** Columns of numbers and texts, kept as text. */
  mixed: string[];
}

const longestName = 10;
const longestText = 254;
/** Bytes of a record: its length is kept in two of them, and one marks what was deleted. */
const longestRecord = 65_534;
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

/** Digits of a number with so many decimals; beyond whole numbers that are exact, the fewest that give it again. */
export function fixedDigits(value: number, decimals: number): string {
  return decimals === 0 && Number.isInteger(value) ? plainDigits(value) : value.toFixed(decimals);
}

export function textOfCell(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** Names of at most ten bytes, all different whatever their case, as readers take them. */
export function shortNames(headings: readonly string[], encoding: Encoding): string[] {
  const fitting = (text: string, most: number) =>
    new TextDecoder(encoding).decode(encodeText(text, encoding, most).bytes).trimEnd();
  return distinctNames(
    headings.map((heading, index) => fitting(plainName(heading) || `F${index + 1}`, longestName)),
    (name, copy) => `${fitting(name, longestName - 1 - String(copy).length)}_${copy}`,
  );
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

/** The greatest length of a text with which a record of columns of such lengths still fits. */
function roomForTexts(texts: readonly number[], others: number): number {
  const total = (most: number) =>
    texts.reduce((sum, length) => sum + Math.min(length, most), others);
  let most = longestText;
  while (most > 1 && total(most) > longestRecord) most -= 1;
  return most;
}

/** Columns of the .dbf for a table, and what they will lose. */
export function planDbf(
  table: Table,
  encoding: Encoding,
): { columns: DbfColumn[]; losses: DbfLosses } {
  const names = shortNames(table.columns, encoding);
  const kinds = columnKinds(table);
  const losses: DbfLosses = { cut: 0, longest: longestText, missing: 0, rounded: 0, mixed: [] };
  const columns = table.columns.map((_, index): DbfColumn => {
    const name = names[index] as string;
    const kind = kinds[index] as ColumnKind;
    const values = table.rows.map(({ cells }) => cells[index] ?? null);
    if (kind === 'boolean') return { name, type: 'L', length: 1, decimals: 0 };
    if (kind === 'integer' || kind === 'number') {
      const size = numberColumn(values);
      for (const value of values) {
        if (typeof value === 'number' && Number(fixedDigits(value, size.decimals)) !== value) {
          losses.rounded += 1;
        }
      }
      return { name, type: 'N', ...size };
    }
    let length = 1;
    for (const value of values) {
      const { bytes } = encodeText(textOfCell(value), encoding, longestText);
      length = Math.max(length, bytes.length);
    }
    return { name, type: 'C', length, decimals: 0 };
  });
  const texts = columns.filter(({ type }) => type === 'C');
  const others = columns.reduce((sum, { type, length }) => sum + (type === 'C' ? 0 : length), 0);
  losses.longest = roomForTexts(
    texts.map(({ length }) => length),
    others,
  );
  columns.forEach((column, index) => {
    if (column.type !== 'C') return;
    column.length = Math.min(column.length, losses.longest);
    if (kinds[index] === 'mixed') losses.mixed.push(table.columns[index] as string);
    for (const { cells } of table.rows) {
      const { cut, missing } = encodeText(
        textOfCell(cells[index] ?? null),
        encoding,
        column.length,
      );
      if (cut) losses.cut += 1;
      losses.missing += missing;
    }
  });
  return { columns, losses };
}
