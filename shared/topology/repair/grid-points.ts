import Flatbush from 'flatbush';

/** A number made from a grid point; different points seldom have the same. */
function hashOf(x: number, y: number): number {
  const h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ (h >>> 13);
}

/** A set of grid points, numbered in the order in which they came. */
export class GridPoints {
  readonly x: number[] = [];
  readonly y: number[] = [];
  private readonly byHash = new Map<number, number[]>();

  /** Number of the point; -1 when it is not in the set. */
  find(x: number, y: number): number {
    for (const i of this.byHash.get(hashOf(x, y)) ?? []) {
      if (this.x[i] === x && this.y[i] === y) return i;
    }
    return -1;
  }

  /** Puts the point in if it is new; its number. */
  add(x: number, y: number): number {
    const hash = hashOf(x, y);
    const list = this.byHash.get(hash);
    for (const i of list ?? []) if (this.x[i] === x && this.y[i] === y) return i;
    const number = this.x.push(x) - 1;
    this.y.push(y);
    if (list) list.push(number);
    else this.byHash.set(hash, [number]);
    return number;
  }

  get size(): number {
    return this.x.length;
  }

  /** Index of the points from number `first` on; the numbers it answers start from there. */
  indexFrom(first: number): Flatbush {
    const index = new Flatbush(this.size - first, 16, Int32Array);
    for (let i = first; i < this.size; i++) {
      index.add(this.x[i]!, this.y[i]!, this.x[i]!, this.y[i]!);
    }
    index.finish();
    return index;
  }
}
