import Papa from 'papaparse';
import { FormatError } from '#shared/formats/format-error.ts';
import type { ReadOptions, SourceLayer } from '#shared/formats/source/source.ts';
import { tableOfRows } from '#shared/formats/sheet/table-of-rows.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';
import { findDelimiter } from './delimiter.ts';

/** A first line such as `sep=;`, by which spreadsheet programs name the delimiter. */
function namedDelimiter(text: string): string | null {
  return /^sep=(.)\r?\n/i.exec(text)?.[1] ?? null;
}

/**
 * The cells of a text, its delimiter found by evidence or named in its first line.
 * @throws FormatError
 */
export function parseRows(text: string): string[][] {
  const named = namedDelimiter(text);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: named ?? findDelimiter(text),
    skipEmptyLines: false,
  });
  const open = errors.find((error) => error.code === 'MissingQuotes');
  if (open) throw new FormatError('format.csv.openQuote', { row: (open.row ?? 0) + 1 });
  if (named !== null) data[0] = [];
  return data;
}

/**
 * The table of a CSV or TSV file: encoding and delimiter by evidence, the heading row found, blank
 * rows left away. Rows keep the number that a spreadsheet program shows for them.
 * @throws FormatError
 */
export function readCsv(bytes: Uint8Array, options: ReadOptions = {}): SourceLayer[] {
  const decoded = decodeText(bytes, options.encoding);
  const table = tableOfRows('', {
    rows: parseRows(decoded.text),
    hugeCell: (row) => new FormatError('format.csv.hugeCell', { row }),
  });
  if (!table) throw new FormatError('format.csv.noRows');
  const problems = [...textProblems(decoded), ...table.problems];
  return [{ ...table, crs: null, encoding: evidenceOf(decoded), problems }];
}
