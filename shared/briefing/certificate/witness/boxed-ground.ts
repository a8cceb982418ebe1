import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon } from 'geojson';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';

export type Ground = Polygon | MultiPolygon;

/** Grounds that can be asked for by box, each with its borders indexed when first needed. */
export class BoxedGround {
  readonly list: readonly Ground[];
  readonly boxes: Bounds[];
  private readonly tree: Flatbush | null;
  private readonly indexes = new Map<number, AreaIndex>();

  constructor(list: readonly Ground[]) {
    this.list = list;
    this.boxes = list.map((ground) => areaBounds(ground));
    this.tree = list.length > 0 ? new Flatbush(list.length) : null;
    for (const box of this.boxes) this.tree?.add(...box);
    this.tree?.finish();
  }

  /** Numbers of the grounds whose boxes meet `box`, ascending. */
  meeting(box: Bounds): number[] {
    return this.tree ? this.tree.search(...box).sort((a, b) => a - b) : [];
  }

  at(number: number): Ground {
    return this.list[number] as Ground;
  }

  index(number: number): AreaIndex {
    let index = this.indexes.get(number);
    if (!index) {
      index = new AreaIndex(this.at(number));
      this.indexes.set(number, index);
    }
    return index;
  }

  /** Drops the index of a ground that will not be asked about again. */
  forget(number: number): void {
    this.indexes.delete(number);
  }
}
