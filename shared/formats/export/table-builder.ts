import type { Geometry } from 'geojson';
import type { CellValue, Table } from '#shared/formats/table.ts';

/** Collects rows whose columns are not the same, in the order in which the columns first appear. */
export class TableBuilder {
  private readonly layer: string;
  private readonly columns = new Map<string, number>();
  private readonly rows: { cells: CellValue[]; geometry: Geometry | null }[] = [];

  constructor(layer: string) {
    this.layer = layer;
  }

  /** Adds a row; of two values for one column the first stays, empty texts and nulls are left out. */
  add(geometry: Geometry | null, ...parts: Record<string, CellValue>[]): void {
    const cells: CellValue[] = [];
    for (const part of parts) {
      for (const [column, value] of Object.entries(part)) {
        if (value === null || value === '') continue;
        let index = this.columns.get(column);
        if (index === undefined) {
          index = this.columns.size;
          this.columns.set(column, index);
        }
        cells[index] ??= value;
      }
    }
    this.rows.push({ cells, geometry });
  }

  table(): Table {
    return {
      layer: this.layer,
      columns: [...this.columns.keys()],
      rows: this.rows.map(({ cells, geometry }, index) => ({
        number: index + 1,
        cells: Array.from({ length: this.columns.size }, (_, column) => cells[column] ?? null),
        geometry,
        problem: null,
      })),
    };
  }
}
