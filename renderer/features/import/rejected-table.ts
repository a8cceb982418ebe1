import type { RejectedRow } from '#shared/formats/import/plan.ts';
import type { Table } from '#shared/formats/table.ts';

/**
 * Rejected rows as one table with file, row and reason in front, so that they can be mended and
 * imported again; rows of files with other headings use columns of their own.
 */
export function rejectedTable(
  rows: readonly RejectedRow[],
  headings: { file: string; row: string; reason: string },
  reasonOf: (row: RejectedRow) => string,
): Table {
  const columns = [...new Set(rows.flatMap((row) => row.columns))];
  const at = new Map(columns.map((name, index) => [name, index]));
  return {
    layer: '',
    columns: [headings.file, headings.row, headings.reason, ...columns],
    rows: rows.map((row, index) => {
      const cells = columns.map(() => null as Table['rows'][number]['cells'][number]);
      row.columns.forEach((name, column) => {
        cells[at.get(name) as number] = row.cells[column] ?? null;
      });
      return {
        number: index + 2,
        cells: [row.file, row.row, reasonOf(row), ...cells],
        geometry: null,
        problem: null,
      };
    }),
  };
}
