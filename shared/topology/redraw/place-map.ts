import type { Position } from 'geojson';

/**
 * Values by positions that are the same to the last digit, as those on the grid are. Where few are kept and
 * many are asked for, as the vertices of whole zones at each frame of a drag, no text is made of them.
 */
export class PlaceMap<Value> {
  private readonly columns = new Map<number, Map<number, Value>>();
  /** Nothing lies beyond: most of those asked for are far off. */
  private west = Infinity;
  private south = Infinity;
  private east = -Infinity;
  private north = -Infinity;

  constructor(entries: Iterable<readonly [Position, Value]> = []) {
    for (const [at, value] of entries) this.set(at, value);
  }

  set(at: Position, value: Value): void {
    const [x = 0, y = 0] = at;
    if (x < this.west) this.west = x;
    if (x > this.east) this.east = x;
    if (y < this.south) this.south = y;
    if (y > this.north) this.north = y;
    const column = this.columns.get(x);
    if (column) column.set(y, value);
    else this.columns.set(x, new Map([[y, value]]));
  }

  places(): Position[] {
    return [...this.columns].flatMap(([x, column]) => [...column.keys()].map((y) => [x, y]));
  }

  get(at: Position): Value | undefined {
    const x = at[0]!;
    const y = at[1]!;
    if (x < this.west || x > this.east || y < this.south || y > this.north) return undefined;
    return this.columns.get(x)?.get(y);
  }

  has(at: Position): boolean {
    const x = at[0]!;
    const y = at[1]!;
    if (x < this.west || x > this.east || y < this.south || y > this.north) return false;
    return this.columns.get(x)?.has(y) ?? false;
  }
}

/** Some positions as a map, to ask whether others are among them. */
export function placesAmong(positions: readonly Position[]): PlaceMap<true> {
  return new PlaceMap(positions.map((at) => [at, true]));
}
