import Flatbush from 'flatbush';
import { type Bounds, boundsOf } from '#shared/geo/bounds.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';

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

  get count(): number {
    return this.items.length;
  }

  /** What lies in a box ([west, south, east, north] in grid steps) or on its edge. */
  inBox(box: Bounds): T[] {
    return this.tree?.search(...box).map((index) => this.items[index] as T) ?? [];
  }

  /** What lies within `metres` of a line of positions, nearest first. */
  along(line: readonly (readonly number[])[], metres: number): Near<T>[] {
    const found = new Map<number, number>();
    for (let i = 0; i < line.length; i++) {
      const from = line[Math.max(0, i - 1)] ?? [];
      const to = line[i] ?? [];
      const plane = localMetres([...from], false);
      const [a, b] = [plane.to([...from]), plane.to([...to])];
      for (const index of this.search([from, to], metres)) {
        const at = plane.to([...this.positionOf(this.items[index] as T)]);
        const away = pointSegmentDistance(at, a, b);
        if (away <= Math.min(metres, found.get(index) ?? Infinity)) found.set(index, away);
      }
    }
    return [...found]
      .map(([index, away]) => ({ item: this.items[index] as T, distanceM: away }))
      .sort((a, b) => a.distanceM - b.distanceM);
  }

  /** What lies within `metres` of a position ([longitude, latitude]), nearest first. */
  within(position: readonly number[], metres: number): Near<T>[] {
    const found: Near<T>[] = [];
    for (const index of this.search([position], metres)) {
      const item = this.items[index] as T;
      const away = distanceM(position, this.positionOf(item));
      if (away <= metres) found.push({ item, distanceM: away });
    }
    return found.sort((a, b) => a.distanceM - b.distanceM);
  }

  private search(positions: readonly (readonly number[])[], metres: number): number[] {
    const [west, south, east, north] = boundsOf(positions.map((position) => [...position]));
    const dy = metres / (radiansPerDegree * earthRadiusM);
    const highest = Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + 1);
    const dx = dy / Math.cos(highest * radiansPerDegree);
    const [x0, y0, x1, y1] = [west - dx, south - dy, east + dx, north + dy].map(toGrid) as Bounds;
    return this.tree?.search(x0 - 1, y0 - 1, x1 + 1, y1 + 1) ?? [];
  }
}
