import Flatbush from 'flatbush';
import type { Polygon, Position } from 'geojson';
import type { NestingCheckInput } from '#shared/checks/check-input.ts';
import { AreaIndex, samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';

export type Level = 'street' | 'community' | 'zone';

/** An area of a level. */
export interface LevelArea {
  id: string;
  level: Level;
  parentId: string | null;
  geometry: Ground;
  /** False for strips and round sites, whose ground is made from a line or a position. */
  canChange: boolean;
}

/** Answers which areas of the levels are where. What it needs is made when first asked for. */
export class LevelIndex {
  private readonly input: NestingCheckInput;
  private readonly indexes = new Map<string, AreaIndex>();
  private made: { areas: LevelArea[]; byId: Map<string, LevelArea>; tree: Flatbush | null } | null =
    null;

  constructor(input: NestingCheckInput) {
    this.input = input;
  }

  get(id: string): LevelArea | undefined {
    return this.all().byId.get(id);
  }

  /** Areas of a level over a position, its border included. */
  at(level: Level, [x = 0, y = 0]: Position): LevelArea[] {
    return this.meeting([x, y, x, y]).filter(
      (area) => area.level === level && this.index(area).locate([x, y], 0) !== 'outside',
    );
  }

  /**
   * Areas of a level that belong to a parent and whose border runs along a piece of ground, the
   * longest common border first.
   */
  beside(ground: Polygon, level: Level, parentId: string): LevelArea[] {
    const epsilon = samePlaceEpsilon(this.input.planar);
    const found = this.meeting(areaBounds(ground)).flatMap((area) => {
      if (area.level !== level || area.parentId !== parentId || !area.canChange) return [];
      const index = this.index(area);
      let along = 0;
      for (const ring of ground.coordinates) {
        for (let i = 1; i < ring.length; i++) {
          const [a, b] = [ring[i - 1]!, ring[i]!];
          const middle = [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2];
          // The middle is not on the grid: it may be off the border by what doubles cannot tell.
          const isAlong = [a, middle, b].every((p) => index.locate(p, 10 * epsilon) === 'border');
          if (isAlong) along += Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
        }
      }
      return along > 0 ? [{ area, along }] : [];
    });
    return found.sort((a, b) => b.along - a.along).map(({ area }) => area);
  }

  /** Whether some area stands over a position that belongs to another, be it by way of a third. */
  hasOwnAt(id: string, position: Position): boolean {
    const own = this.get(id);
    const below: Level[] = own?.level === 'street' ? ['community', 'zone'] : ['zone'];
    return below.some((level) =>
      this.at(level, position).some((area) => this.ancestors(area).includes(id)),
    );
  }

  /** Ground of an area in m². */
  areaOf(id: string): number {
    const area = this.get(id);
    return area ? areaM2(area.geometry, this.input.planar) : 0;
  }

  private ancestors({ parentId }: LevelArea): string[] {
    const parent = parentId === null ? undefined : this.get(parentId);
    return parent ? [parent.id, ...(parent.level === 'street' ? [] : this.ancestors(parent))] : [];
  }

  private meeting(box: Bounds): LevelArea[] {
    const { areas, tree } = this.all();
    return (tree?.search(...box) ?? []).sort((a, b) => a - b).flatMap((i) => areas[i] ?? []);
  }

  private index(area: LevelArea): AreaIndex {
    let index = this.indexes.get(area.id);
    if (!index) {
      index = new AreaIndex(area.geometry);
      this.indexes.set(area.id, index);
    }
    return index;
  }

  private all() {
    if (this.made) return this.made;
    const { streets, communities, zones, planar } = this.input;
    const areas: LevelArea[] = [];
    for (const { id, geometry } of streets) {
      areas.push({ id, level: 'street', parentId: null, geometry, canChange: true });
    }
    for (const { id, geometry, streetId } of communities) {
      areas.push({ id, level: 'community', parentId: streetId, geometry, canChange: true });
    }
    for (const zone of zones) {
      const geometry = zoneGround(zone, planar);
      if (!geometry) continue;
      const canChange = geometry === zone.geometry;
      areas.push({ id: zone.id, level: 'zone', parentId: zone.parentId, geometry, canChange });
    }
    const tree = areas.length > 0 ? new Flatbush(areas.length) : null;
    for (const { geometry } of areas) tree?.add(...areaBounds(geometry));
    tree?.finish();
    this.made = { areas, byId: new Map(areas.map((area) => [area.id, area])), tree };
    return this.made;
  }
}
