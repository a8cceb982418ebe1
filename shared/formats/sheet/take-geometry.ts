import type { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { type ReadAnswer, rowGeometryOf } from '#shared/formats/geometry/tidy-geometry.ts';
import { cellOf, rowWith, type Table } from '#shared/formats/table.ts';
import { placeInCell } from '#shared/formats/values/place-in-cell.ts';
import { bytesOfHex, readWkb } from '#shared/formats/wkb/read-wkb.ts';
import { looksLikeWkt, readWkt } from '#shared/formats/wkt/read-wkt.ts';

const sampleRows = 50;

type Reader = (cell: string, left: LeftOut) => ReadAnswer;

function readPair(cell: string): ReadAnswer {
  const coordinates = placeInCell(cell);
  return coordinates ? { geometry: { type: 'Point', coordinates } } : { problem: 'badGeometry' };
}

function readHex(cell: string, left: LeftOut): ReadAnswer {
  const bytes = bytesOfHex(cell);
  return bytes ? readWkb(bytes, left) : { problem: 'badGeometry' };
}

const readers: readonly { fits: (cell: string) => boolean; read: Reader }[] = [
  { fits: looksLikeWkt, read: readWkt },
  {
    fits: (cell) => {
      const bytes = bytesOfHex(cell);
      return bytes !== null && !('problem' in readWkb(bytes));
    },
    read: readHex,
  },
  { fits: (cell) => placeInCell(cell) !== null, read: readPair },
];

/** How most of the filled cells of a column are to be read as geometries; null when they are none. */
function readerOf(table: Table, column: number): Reader | null {
  const samples: string[] = [];
  for (const row of table.rows) {
    const cell = cellOf(row, column);
    if (typeof cell === 'string') samples.push(cell);
    else if (cell !== null) return null;
    if (samples.length >= sampleRows) break;
  }
  if (samples.length === 0) return null;
  const found = readers.find(
    ({ fits }) => samples.filter((cell) => fits(cell)).length > 0.8 * samples.length,
  );
  return found?.read ?? null;
}

/**
 * The table with its geometries taken out of the first column that holds them: well-known text,
 * well-known binary in hexadecimal digits, or two coordinates in one cell. As it is when none does.
 * `left` counts what is left out of them.
 */
export function takeGeometry(table: Table, left: LeftOut): Table {
  let column = -1;
  let read: Reader | null = null;
  for (let index = 0; index < table.columns.length && !read; index++) {
    read = readerOf(table, index);
    column = index;
  }
  if (!read) return table;
  const reader = read;
  const without = <T>(list: readonly T[]) => list.filter((_, index) => index !== column);
  return {
    ...table,
    columns: without(table.columns),
    rows: table.rows.map((row) => {
      const cell = cellOf(row, column);
      const answer = cell === null ? { geometry: null } : reader(String(cell), left);
      return rowWith(row, { cells: without(row.cells), ...rowGeometryOf(answer) });
    }),
  };
}
