import { knownHeading } from '#shared/formats/mapping/headings.ts';

/** Rows from the top among which the heading is looked for; above it stand titles and notes. */
const searchedRows = 20;

const numeric = /^[-+]?[\d.,:/\-\s]+$/;

function filledCells(row: readonly string[]): string[] {
  return row.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/**
 * Index of the row that names the columns: the one with most headings that we know; where none is
 * known, the first row as wide as the table whose cells are all text and all different. -1 when
 * every row is data.
 */
export function findHeadingRow(rows: readonly (readonly string[])[]): number {
  const searched = rows.slice(0, searchedRows).map(filledCells);
  let best = { index: -1, known: 0 };
  searched.forEach((cells, index) => {
    const known = cells.filter((cell) => knownHeading(cell)).length;
    if (known > best.known) best = { index, known };
  });
  if (best.known >= 2 || (best.known === 1 && searched[best.index]?.length === 1)) {
    return best.index;
  }
  const width = Math.max(0, ...searched.map((cells) => cells.length));
  return searched.findIndex(
    (cells) =>
      cells.length >= Math.max(1, width * 0.6) &&
      cells.every((cell) => !numeric.test(cell)) &&
      new Set(cells).size === cells.length,
  );
}
