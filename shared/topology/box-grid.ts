/** [min x, min y, max x, max y] in grid steps. */
export type StepBox = readonly [number, number, number, number];

export function boxesMeet(a: StepBox, b: StepBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

export function joinBoxes(a: StepBox, b: StepBox): StepBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

export const emptyBox: StepBox = [Infinity, Infinity, -Infinity, -Infinity];

/** Cells across, at most: things larger than that many cells are looked at each time. */
const largest = 64;

/**
 * Things with boxes, found by place, that may come and go: each stands in the cells of a grid that
 * its box meets. Things over very many cells stand apart and are looked at each time.
 */
export class BoxGrid<Thing extends { readonly box: StepBox }> {
  private readonly cellSize: number;
  private readonly cells = new Map<number, Set<Thing>>();
  private readonly large = new Set<Thing>();

  /** Cells of the given size in steps; about that of a thing is best. */
  constructor(cellSize: number) {
    this.cellSize = Math.max(256, cellSize);
  }

  add(thing: Thing): void {
    for (const set of this.setsOf(thing.box, true)) set.add(thing);
  }

  remove(thing: Thing): void {
    for (const set of this.setsOf(thing.box, true)) set.delete(thing);
  }

  /** All things whose boxes meet `box`, without order. */
  search(box: StepBox): Set<Thing> {
    const found = new Set<Thing>();
    for (const set of [this.large, ...this.setsOf(box, false)]) {
      for (const thing of set) if (boxesMeet(thing.box, box)) found.add(thing);
    }
    return found;
  }

  private setsOf([left, bottom, right, top]: StepBox, make: boolean): Iterable<Set<Thing>> {
    const { cellSize } = this;
    const [i0, j0] = [Math.floor(left / cellSize), Math.floor(bottom / cellSize)];
    const [i1, j1] = [Math.floor(right / cellSize), Math.floor(top / cellSize)];
    // Also true of empty boxes, which meet nothing.
    if (!((i1 - i0 + 1) * (j1 - j0 + 1) <= largest ** 2)) return make ? [this.large] : this.all();
    const sets: Set<Thing>[] = [];
    for (let i = i0; i <= i1; i++) {
      for (let j = j0; j <= j1; j++) {
        const key = i * 0x4000000 + j;
        let set = this.cells.get(key);
        if (set === undefined) {
          if (!make) continue;
          set = new Set();
          this.cells.set(key, set);
        }
        sets.push(set);
      }
    }
    return sets;
  }

  private all(): Iterable<Set<Thing>> {
    return this.cells.values();
  }
}
