import { knownHeading } from '#shared/formats/mapping/headings.ts';
import type { CellValue } from '#shared/formats/table.ts';
import { statedSystem } from './stated-system.ts';

/** Rows from the top among which the heading is looked for; above it stand titles and notes. */
export const searchedRows = 20;

const numeric = /^[-+]?[\d.,:/\-\s]+$/;

function filledCells(row: readonly CellValue[]): CellValue[] {
  return row
    .map((cell) => (typeof cell === 'string' ? cell.trim() : cell))
    .filter((cell) => cell !== '' && cell !== null);
}

const isText = (cell: CellValue) => typeof cell === 'string' && !numeric.test(cell);

/**
 * Index of the row that names the columns: the one that states a system as our own sheets do, whatever
 * stands beside it; else the one with most headings that we know, the lower one
 * of two such rows, as the second line of a heading of two lines; where none is known, the first row
 * as wide as the table whose cells are all text and all different. -1 when every row is data.
 */
export function findHeadingRow(rows: readonly (readonly CellValue[])[]): number {
  const searched = rows.slice(0, searchedRows).map(filledCells);
  const own = searched.findIndex((cells) =>
    cells.some((cell) => typeof cell === 'string' && statedSystem(cell) !== null),
  );
  if (own >= 0) return own;
  let best = { index: -1, known: 0 };
  searched.forEach((cells, index) => {
    if (!cells.every(isText)) return;
    const known = cells.filter((cell) => knownHeading(String(cell))).length;
    const continues = index === best.index + 1 && known === best.known;
    if (known > best.known || (known > 0 && continues)) best = { index, known };
  });
  if (best.known >= 2 || (best.known === 1 && searched[best.index]?.length === 1)) {
    return best.index;
  }
  const width = Math.max(0, ...searched.map((cells) => cells.length));
  return searched.findIndex(
    (cells) =>
      cells.length >= Math.max(1, width * 0.6) &&
      cells.every(isText) &&
      new Set(cells).size === cells.length,
  );
}
