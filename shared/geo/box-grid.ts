import type { Bounds } from './bounds.ts';

/** Side of a cell in grid steps: 0.002°, some 200 m. */
const cellSize = 20_000;
/** A box over more cells than this is kept apart and given out at every question. */
const mostCells = 4096;
const columns = 2 ** 26;

/** Boxes (grid steps) by the cells of a coarse grid, to which boxes can be added and taken away. */
export class BoxGrid<T> {
  private readonly cells = new Map<number, T[]>();
  private readonly large = new Set<T>();

  add(item: T, box: Bounds): void {
    const keys = cellsOf(box);
    if (!keys) {
      this.large.add(item);
      return;
    }
    for (const key of keys) {
      const list = this.cells.get(key);
      if (list) list.push(item);
      else this.cells.set(key, [item]);
    }
  }

  /** Takes away what was added with the same box. */
  remove(item: T, box: Bounds): void {
    this.large.delete(item);
    for (const key of cellsOf(box) ?? []) {
      const rest = this.cells.get(key)?.filter((other) => other !== item) ?? [];
      if (rest.length > 0) this.cells.set(key, rest);
      else this.cells.delete(key);
    }
  }

  /** Items whose box may hold the position (x, y); others may be among them. */
  *at(x: number, y: number): Generator<T, void, undefined> {
    yield* this.cells.get(Math.floor(x / cellSize) * columns + Math.floor(y / cellSize)) ?? [];
    yield* this.large;
  }
}

function cellsOf([west, south, east, north]: Bounds): number[] | null {
  const [x0, y0, x1, y1] = [west, south, east, north].map((step) =>
    Math.floor(step / cellSize),
  ) as [number, number, number, number];
  // Nothing at all has no box.
  if (!(x1 >= x0 && y1 >= y0)) return [];
  if ((x1 - x0 + 1) * (y1 - y0 + 1) > mostCells) return null;
  const keys: number[] = [];
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) keys.push(x * columns + y);
  return keys;
}
