import type { RejectedRow } from '#shared/formats/import/plan.ts';
import type { Table } from '#shared/formats/table.ts';

/**
 * Rejected rows as the sheets they came from: a table a layer with its own headings in its own order,
 * the reason in a last column, so that they can be mended where they stand and imported again.
 */
export function rejectedTables(
  rows: readonly RejectedRow[],
  heading: string,
  reasonOf: (row: RejectedRow) => string,
): Table[] {
  const groups = new Map<string, RejectedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.file, row.layer]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((group) => {
    const [{ file, layer, columns } = { file: '', layer: '', columns: [] }] = group;
    return {
      layer: layer || file.replace(/\.[^.]*$/, ''),
      columns: [...columns.filter((name) => name !== heading), heading],
      rows: group.map((row) => ({
        number: row.row,
        cells: [...row.cells.filter((_, index) => columns[index] !== heading), reasonOf(row)],
        geometry: row.geometry,
        problem: null,
      })),
    };
  });
}
