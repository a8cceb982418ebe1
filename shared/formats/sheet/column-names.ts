import { isSafeKey } from '#shared/formats/table.ts';
import { withoutFormulaQuote } from './formula-quote.ts';

const longestName = 200;

/** Letters by which a spreadsheet calls its column `index`: A, B … Z, AA … */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Headings made unique, unnamed columns named by their letters. */
export function nameColumns(headings: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const whole = withoutFormulaQuote((headings[index] ?? '').replace(/\s+/g, ' ').trim());
    const heading = whole.slice(0, longestName);
    const base = isSafeKey(heading) ? heading : columnLetters(index);
    let name = base;
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`;
    taken.add(name);
    return name;
  });
}
