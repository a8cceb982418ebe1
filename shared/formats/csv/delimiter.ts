import Papa from 'papaparse';

const candidates = [',', '\t', ';', '|'];
const sampleRows = 60;
/** Signs that these rows can have; the parser looks at all of what it is given. */
const sampleLength = 300_000;

/**
 * Which character parts the columns: the one by which most of the first rows have the same number
 * of at least two cells. Titles above the table and a ragged line do not change the answer.
 */
export function findDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of candidates) {
    const { data } = Papa.parse<string[]>(text.slice(0, sampleLength), {
      delimiter,
      preview: sampleRows,
    });
    const widths = new Map<number, number>();
    for (const row of data) {
      if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    }
    for (const [width, rows] of widths) {
      const score = rows * 100 + Math.min(width, 99);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}
