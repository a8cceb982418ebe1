import Flatbush from 'flatbush';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';

export interface Near<T> {
  item: T;
  /** Metres. */
  distanceM: number;
}

/** Things with a position, for the question what lies within some metres of a spot. */
export class Nearby<T> {
  private readonly items: readonly T[];
  private readonly positionOf: (item: T) => readonly [number, number];
  private readonly tree: Flatbush | null;

  /** `positionOf` answers [longitude, latitude] in degrees. */
  constructor(items: readonly T[], positionOf: (item: T) => readonly [number, number]) {
    this.items = items;
    this.positionOf = positionOf;
    this.tree = items.length > 0 ? new Flatbush(items.length, 16, Int32Array) : null;
    for (const item of items) {
      const [x, y] = positionOf(item).map(toGrid) as [number, number];
      this.tree?.add(x, y, x, y);
    }
    this.tree?.finish();
  }

  /** What lies within `metres` of a position ([longitude, latitude]), nearest first. */
  within(position: readonly number[], metres: number): Near<T>[] {
    const [x = Number.NaN, y = Number.NaN] = position.map(toGrid);
    const dy = toGrid(metres / (radiansPerDegree * earthRadiusM)) + 1;
    const dx = Math.ceil(
      dy / Math.max(0.01, Math.cos((Math.abs(fromGrid(y)) + 1) * radiansPerDegree)),
    );
    const found: Near<T>[] = [];
    for (const index of this.tree?.search(x - dx, y - dy, x + dx, y + dy) ?? []) {
      const item = this.items[index] as T;
      const away = distanceM(position, this.positionOf(item));
      if (away <= metres) found.push({ item, distanceM: away });
    }
    return found.sort((a, b) => a.distanceM - b.distanceM);
  }
}
