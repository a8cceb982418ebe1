import type { CellValue } from '#shared/formats/table.ts';

/** Cells of a sheet shown as one; indexes from 0, all inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Merged cells of one column that are filled down; wider ones are titles. */
const fillLimit = 2_000_000;

function fill(row: CellValue[], column: number, value: CellValue): void {
  while (row.length <= column) row.push(null);
  row[column] ??= value;
}

/**
 * Writes the value of merged cells into all rows they reach over, as a reader of the sheet sees it:
 * a street's name before each of its communities. Cells merged over several columns keep their
 * value in the first. Rows are changed in place.
 */
export function fillDown(rows: CellValue[][], merges: readonly Merge[]): void {
  let filled = 0;
  for (const { top, left, bottom } of merges) {
    const value = rows[top]?.[left] ?? null;
    if (value === null) continue;
    const last = Math.min(bottom, rows.length - 1);
    filled += Math.max(0, last - top);
    if (filled > fillLimit) return;
    for (let index = top + 1; index <= last; index++) fill(rows[index] as CellValue[], left, value);
  }
}

/**
 * Headings of a row, those that stand twice with the one merged over them put before: under 片长 and
 * 网格员 there is a 电话 each.
 */
export function fullHeadings(
  rows: readonly (readonly CellValue[])[],
  heading: number,
  merges: readonly Merge[],
): string[] {
  const own = (rows[heading] ?? []).map((cell) => (cell === null ? '' : String(cell)));
  const counts = new Map<string, number>();
  for (const name of own) counts.set(name, (counts.get(name) ?? 0) + 1);
  return own.map((name, column) => {
    if (name === '' || counts.get(name) === 1) return name;
    const above = merges.find(
      ({ top, bottom, left, right }) =>
        bottom === heading - 1 &&
        top <= bottom &&
        left <= column &&
        column <= right &&
        left < right,
    );
    const title = above && rows[above.top]?.[above.left];
    return title ? `${String(title).trim()} ${name}` : name;
  });
}
