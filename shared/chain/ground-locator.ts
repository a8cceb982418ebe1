import type { BandedArea } from '#shared/geo/banded-area.ts';
import { BoxGrid } from '#shared/geo/box-grid.ts';

export interface Found<T> {
  item: T;
  onBorder: boolean;
}

/** Which of many grounds a position lies on. */
export class GroundLocator<T extends { id: string }> {
  private readonly grid = new BoxGrid<{ item: T; ground: BandedArea }>();

  constructor(items: Iterable<T>, groundOf: (item: T) => BandedArea | null) {
    for (const item of items) {
      const ground = groundOf(item);
      if (ground) this.grid.add({ item, ground }, ground.bounds);
    }
  }

  /** All that hold the grid position (x, y) or have it on their border. */
  at(x: number, y: number): Found<T>[] {
    const found: Found<T>[] = [];
    for (const { item, ground } of this.grid.at(x, y)) {
      const place = ground.locate(x, y);
      if (place !== 'outside') found.push({ item, onBorder: place === 'border' });
    }
    return found;
  }

  /**
   * The one that answers for a position: one that has it inside before one that has it on its
   * border, then the smaller id, so that a position on a common border belongs to one alone.
   */
  one(x: number, y: number): T | null {
    const [first, ...others] = this.at(x, y);
    if (!first) return null;
    return others.reduce((best, next) => (comesFirst(next, best) ? next : best), first).item;
  }
}

function comesFirst<T extends { id: string }>(a: Found<T>, b: Found<T>): boolean {
  if (a.onBorder !== b.onBorder) return b.onBorder;
  return a.item.id < b.item.id;
}
