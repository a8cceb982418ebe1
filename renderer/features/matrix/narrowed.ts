import type { MatrixColumn, MatrixPlace, MatrixRow } from './matrix-grid.tsx';

/**
 * The rows and columns of a matrix that are wanted, with the gaps of each. Where only gaps are asked
 * for, rows and columns without any are left out. `counts` has all rows, one after the other.
 */
export function narrowed<Column extends Omit<MatrixColumn, 'gaps'>>(given: {
  rows: readonly Omit<MatrixRow, 'gaps'>[];
  columns: readonly Column[];
  counts: ArrayLike<number>;
  isWanted: (column: Column) => boolean;
  onlyGaps: boolean;
}) {
  const { counts, onlyGaps } = given;
  const wide = given.columns.length;
  const columns = given.columns
    .map((column, at) => ({ ...column, at, gaps: 0 }))
    .filter((column) => given.isWanted(column));
  const rows = given.rows.map((row, at) => ({ ...row, at, gaps: 0 }));
  let gaps = 0;
  for (const row of rows) {
    for (const column of columns) {
      if ((counts[row.at * wide + column.at] ?? 0) > 0) continue;
      row.gaps += 1;
      column.gaps += 1;
      gaps += 1;
    }
  }
  const cells = rows.length * columns.length;
  const keep = <One extends MatrixRow>(list: One[]) =>
    onlyGaps ? list.filter((one) => one.gaps > 0) : list;
  const [keptRows, keptColumns] = [keep(rows), keep(columns)];
  return {
    rows: keptRows,
    columns: keptColumns,
    gaps,
    /** Cells that are left to be shown count for nothing here: all that are wanted do. */
    cells: keptRows.length === 0 || keptColumns.length === 0 ? 0 : cells,
    count: ({ row, column }: MatrixPlace): number => {
      const [r, c] = [keptRows[row], keptColumns[column]];
      return r && c ? (counts[r.at * wide + c.at] ?? 0) : 0;
    },
    /** Where a street and a column are shown; null when one of them is not. */
    placeOf: (rowKey: string, columnKey: string): MatrixPlace | null => {
      const row = keptRows.findIndex(({ key }) => key === rowKey);
      const column = keptColumns.findIndex(({ key }) => key === columnKey);
      return row < 0 || column < 0 ? null : { row, column };
    },
  };
}
