import { fromGrid } from '#shared/geo/grid.ts';
import type { WeightAt } from './work-limit.ts';

/** Edge of a cell in grid steps: two metres, which no cut between parts of a zone need tell apart. */
const cellSteps = 200;
/** More cells than there are from south to north. */
const column = 2 ** 24;

interface Cell {
  x: number;
  y: number;
  weight: number;
}

/** Adds up what weighs on the ground, cell by cell: a million issues become as many places as there are cells. */
export class WeightsByCell {
  private readonly cells = new Map<number, Cell>();

  /** @param x @param y grid steps */
  add(x: number, y: number, weight: number): void {
    const key = Math.floor(x / cellSteps) * column + Math.floor(y / cellSteps);
    const cell = this.cells.get(key);
    if (!cell) {
      this.cells.set(key, { x, y, weight });
      return;
    }
    cell.weight += weight;
    const part = weight / cell.weight;
    cell.x += (x - cell.x) * part;
    cell.y += (y - cell.y) * part;
  }

  /** All that was added, at the mean place of each cell. */
  places(): WeightAt[] {
    return [...this.cells.values()].map(({ x, y, weight }) => ({
      position: [fromGrid(x), fromGrid(y)],
      weight,
    }));
  }
}
