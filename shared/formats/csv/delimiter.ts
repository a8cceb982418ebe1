import { CellScanner } from './scan.ts';
import { firstUnits } from './first-units.ts';

const candidates = [',', '\t', ';', '|'];
const sampleRows = 60;
/** UTF-16 units that these rows can have: a quotation mark that is never closed reaches to the end. */
const sampleLength = 300_000;

/**
 * Which character parts the columns of a text in UTF-8: the one by which most of the first rows have the
 * same number of at least two cells. Titles above the table and a ragged line do not change the answer.
 */
export function findDelimiter(bytes: Uint8Array): string {
  const sample = firstUnits(bytes, sampleLength);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of candidates) {
    const scanner = new CellScanner(sample, delimiter, { mostRows: sampleRows });
    const { firsts, rowCount } = scanner.scan(sample.length);
    const widths = new Map<number, number>();
    for (let row = 0; row < rowCount; row += 1) {
      const width = (firsts[row + 1] as number) - (firsts[row] as number);
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    for (const [width, rows] of widths) {
      const score = rows * 100 + Math.min(width, 99);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}
