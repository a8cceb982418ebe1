import type { Problem } from '#shared/formats/source/problem.ts';
import type { Table } from '#shared/formats/table.ts';

/** Digits of the longest code worth mending; longer numbers have lost more than zeros. */
const longestCode = 15;

/** Width of a column's codes, when some of them are texts that begin with zero; else null. */
function codeWidth(table: Table, column: number): number | null {
  let width: number | null = null;
  let hasZero = false;
  for (const { cells } of table.rows) {
    const cell = cells[column] ?? null;
    if (cell === null) continue;
    if (typeof cell === 'number') {
      if (!Number.isInteger(cell) || cell < 0) return null;
    } else if (typeof cell === 'string' && /^\d+$/.test(cell) && cell.length <= longestCode) {
      if (width !== null && width !== cell.length) return null;
      width = cell.length;
      hasZero ||= cell.startsWith('0');
    } else return null;
  }
  return hasZero ? width : null;
}

/**
 * Gives numbers back the zeros that a spreadsheet took from them, in columns whose other codes are
 * texts of one width that begin with zero: 007 among 8 and 9. Says how many; rows change in place.
 */
export function restoreZeros(table: Table): Problem[] {
  return table.columns.flatMap((name, column) => {
    const width = codeWidth(table, column);
    if (width === null) return [];
    let count = 0;
    for (const { cells } of table.rows) {
      const cell = cells[column];
      if (typeof cell !== 'number' || String(cell).length > width) continue;
      cells[column] = String(cell).padStart(width, '0');
      count += 1;
    }
    return count === 0 ? [] : [{ key: 'zerosRestored', params: { column: name, count, width } }];
  });
}
