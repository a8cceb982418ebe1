import { FormatError } from '#shared/formats/format-error.ts';
import { nameColumns } from '#shared/formats/sheet/column-names.ts';
import { takePlaces } from '#shared/formats/sheet/take-places.ts';
import type { ReadOptions, SourceLayer } from '#shared/formats/source/source.ts';
import { evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';
import { decodeStrictly } from '#shared/formats/text/encoding.ts';
import { endBeforeFilling } from '#shared/formats/text/without-filling.ts';
import type { CellsAhead } from './cells-ahead.ts';
import { ScannedTable } from './scanned-table.ts';
import { asUtf8, toUtf8 } from './utf8-text.ts';

/**
 * The cells of a text, its delimiter found by evidence or named in its first line.
 * @throws FormatError
 */
export function parseRows(text: string): string[][] {
  const bytes = new TextEncoder().encode(text);
  const table = new ScannedTable({ bytes, encoding: 'utf-8', from: 'bytes', garbled: 0 });
  table.finish();
  return table.rawRows(Infinity);
}

/** The bytes of a file scanned as they are; null when they are no UTF-8. @throws FormatError */
function scanAsUtf8(bytes: Uint8Array, override?: string): ScannedTable | null {
  const text = asUtf8(bytes, override);
  if (!text) return null;
  try {
    const table = new ScannedTable(text);
    return table.finish() ? table : null;
  } catch (error) {
    // What is wrong with the table counts for nothing when it is read in the wrong encoding.
    if (text.bytes.includes(0) || decodeStrictly(text.bytes, 'utf-8') === null) return null;
    throw error;
  }
}

/** The text of a file in any encoding, scanned. @throws FormatError */
function scanDecoded(bytes: Uint8Array, override?: string): ScannedTable {
  const table = new ScannedTable(toUtf8(bytes, override));
  table.finish();
  return table;
}

/**
 * The table of a CSV or TSV file: encoding and delimiter by evidence, the heading row found under
 * titles, blank rows and columns left away, geometries taken from columns of WKT, WKB or "116.3, 39.9".
 * Rows keep the number that a spreadsheet program shows for them. Their cells stay where they are in
 * the bytes until somebody asks for them.
 * @param ahead what was scanned of these bytes while they were still coming in
 * @throws FormatError
 */
export function readCsv(
  bytes: Uint8Array,
  { encoding }: ReadOptions = {},
  ahead: CellsAhead | null = null,
): SourceLayer[] {
  const end = endBeforeFilling(bytes);
  const begun = end === bytes.length ? ahead?.take(encoding) : null;
  const whole = end > 0 ? bytes.subarray(0, end) : bytes;
  const table = begun ?? scanAsUtf8(whole, encoding) ?? scanDecoded(bytes, encoding);
  return [layerOf(table)];
}

function layerOf({ text, scanner, look, headings, lower }: ScannedTable): SourceLayer {
  if (look.rows.length === 0) throw new FormatError('format.csv.noRows');
  const used = look.columns;
  // Spreadsheets leave columns at their edge that have neither heading nor value.
  headings.forEach((name, column) => name.trim() !== '' && used.add(column));
  const names = nameColumns(headings, scanner.width);
  const kept = [...used].sort((a, b) => a - b);
  look.keep(kept);
  const places = takePlaces({
    layer: '',
    columns: kept.map((column) => names[column] as string),
    rows: look.rows,
  });
  const problems = [...textProblems(text), ...look.rounded.problems(names), ...places.problems];
  const layer = { ...places.table, crs: places.crs, encoding: evidenceOf(text), problems };
  if (layer.rows !== look.rows) return layer;
  // Of rows that became others the other thread knows nothing.
  if (!lower) return { ...layer, isList: true };
  return { ...layer, isList: true, lower: { rows: lower, kept, bytes: scanner.bytes } };
}
