import { toGrid } from '#shared/geo/grid.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';

type Columns = Pick<IssueChunk, 'count' | 'longitude' | 'latitude'>;

/** Side of a cell in grid steps: 0.004°, some 400 m. */
const cellSteps = 40_000;

/**
 * Issues of one chunk sorted into square cells, for the question which of them are in a view. Made
 * once for each chunk in one counting sort; the chunk must not change.
 */
export class IssueGrid {
  private readonly chunk: Columns;
  private readonly order: Uint32Array;
  private readonly starts: Uint32Array;
  private readonly west: number;
  private readonly south: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly cell: number;

  constructor(chunk: Columns) {
    this.chunk = chunk;
    const { longitude, latitude, count } = chunk;
    let [west, south, east, north] = [0, 0, 0, 0];
    for (let i = 0; i < count; i += 1) {
      const x = longitude[i] as number;
      const y = latitude[i] as number;
      if (i === 0 || x < west) west = x;
      if (i === 0 || x > east) east = x;
      if (i === 0 || y < south) south = y;
      if (i === 0 || y > north) north = y;
    }
    this.west = west;
    this.south = south;
    // Few wrong coordinates far away must not make millions of empty cells.
    this.cell = Math.max(cellSteps, Math.ceil(Math.max(east - west, north - south) / 1000));
    this.columns = Math.floor((east - west) / this.cell) + 1;
    this.rows = Math.floor((north - south) / this.cell) + 1;
    const cells = new Uint32Array(count);
    this.starts = new Uint32Array(this.columns * this.rows + 1);
    for (let i = 0; i < count; i += 1) {
      const column = Math.floor(((longitude[i] as number) - west) / this.cell);
      const row = Math.floor(((latitude[i] as number) - south) / this.cell);
      const cell = row * this.columns + column;
      cells[i] = cell;
      this.starts[cell + 1] = (this.starts[cell + 1] as number) + 1;
    }
    for (let cell = 1; cell < this.starts.length; cell += 1) {
      this.starts[cell] = (this.starts[cell] as number) + (this.starts[cell - 1] as number);
    }
    const next = this.starts.slice();
    this.order = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) {
      const cell = cells[i] as number;
      const at = next[cell] as number;
      this.order[at] = i;
      next[cell] = at + 1;
    }
  }

  /** Calls `visit` with each issue inside [west, south, east, north] in degrees, borders included. */
  within(bounds: readonly [number, number, number, number], visit: (index: number) => void): void {
    const [west, south, east, north] = bounds.map(toGrid) as [number, number, number, number];
    const { longitude, latitude } = this.chunk;
    const column = (x: number) => Math.floor((x - this.west) / this.cell);
    const row = (y: number) => Math.floor((y - this.south) / this.cell);
    const lastColumn = Math.min(this.columns - 1, column(east));
    const lastRow = Math.min(this.rows - 1, row(north));
    for (let r = Math.max(0, row(south)); r <= lastRow; r += 1) {
      for (let c = Math.max(0, column(west)); c <= lastColumn; c += 1) {
        const cell = r * this.columns + c;
        const end = this.starts[cell + 1] as number;
        for (let at = this.starts[cell] as number; at < end; at += 1) {
          const i = this.order[at] as number;
          const x = longitude[i] as number;
          const y = latitude[i] as number;
          if (x >= west && x <= east && y >= south && y <= north) visit(i);
        }
      }
    }
  }
}
