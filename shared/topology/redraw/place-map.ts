import type { Position } from 'geojson';

/**
 * Values by positions that are the same to the last digit, as those on the grid are. Where few are kept and
 * many are asked for, as the vertices of whole zones at each frame of a drag, no text is made of them.
 */
export class PlaceMap<Value> {
  private readonly columns = new Map<number, Map<number, Value>>();

  constructor(entries: Iterable<readonly [Position, Value]> = []) {
    for (const [at, value] of entries) this.set(at, value);
  }

  set(at: Position, value: Value): void {
    const [x = 0, y = 0] = at;
    const column = this.columns.get(x);
    if (column) column.set(y, value);
    else this.columns.set(x, new Map([[y, value]]));
  }

  get(at: Position): Value | undefined {
    return this.columns.get(at[0]!)?.get(at[1]!);
  }

  has(at: Position): boolean {
    return this.columns.get(at[0]!)?.has(at[1]!) ?? false;
  }
}

/** Some positions as a map, to ask whether others are among them. */
export function placesAmong(positions: readonly Position[]): PlaceMap<true> {
  return new PlaceMap(positions.map((at) => [at, true]));
}
