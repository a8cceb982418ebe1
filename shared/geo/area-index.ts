import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from './area-m2.ts';
import { areaBounds, type Bounds } from './bounds.ts';
import { pointSegmentDistance } from './segment-distance.ts';

export type Place = 'inside' | 'border' | 'outside';

/** Distance below which two positions are one: a micrometre, in degrees or in planar metres. */
export function samePlaceEpsilon(planar: boolean): number {
  return planar ? 1e-6 : 1e-11;
}

function keyOf(p: Position): string {
  return `${p[0]},${p[1]}`;
}

/** An area with its edges in a spatial index, for many questions to the same area. */
export class AreaIndex {
  readonly bounds: Bounds;
  /** Closed rings of all polygons, outer rings and holes alike. */
  readonly rings: Position[][];
  private readonly starts: Position[] = [];
  private readonly ends: Position[] = [];
  private readonly tree: Flatbush | null;
  private readonly vertices = new Set<string>();
  private readonly edges = new Set<string>();

  constructor(area: Polygon | MultiPolygon) {
    this.bounds = areaBounds(area);
    this.rings = polygonsOf(area).flat();
    for (const ring of this.rings) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1] ?? [];
        const b = ring[i] ?? [];
        this.starts.push(a);
        this.ends.push(b);
        this.vertices.add(keyOf(a));
        this.edges.add(`${keyOf(a)};${keyOf(b)}`);
      }
    }
    this.tree = this.starts.length > 0 ? new Flatbush(this.starts.length) : null;
    this.starts.forEach(([ax = 0, ay = 0], i) => {
      const [bx = 0, by = 0] = this.ends[i] ?? [];
      this.tree?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    });
    this.tree?.finish();
  }

  hasVertex(position: Position): boolean {
    return this.vertices.has(keyOf(position));
  }

  /** Whether the area has exactly the edge a–b: 'same' or 'opposite' direction, or not. */
  edge(a: Position, b: Position): 'same' | 'opposite' | null {
    if (this.edges.has(`${keyOf(b)};${keyOf(a)}`)) return 'opposite';
    return this.edges.has(`${keyOf(a)};${keyOf(b)}`) ? 'same' : null;
  }

  /** Edges whose box meets the given box grown by `margin`. */
  edgesIn(box: Bounds, margin: number): [Position, Position][] {
    const hits = this.tree?.search(
      box[0] - margin,
      box[1] - margin,
      box[2] + margin,
      box[3] + margin,
    );
    return (hits ?? []).map((i) => [this.starts[i] ?? [], this.ends[i] ?? []]);
  }

  /** Where a position lies; on the border means within `epsilon` of an edge. */
  locate(position: Position, epsilon: number): Place {
    const [x = Number.NaN, y = Number.NaN] = position;
    let inside = false;
    for (const [a, b] of this.edgesIn([x, y, this.bounds[2], y], epsilon)) {
      if (pointSegmentDistance(position, a, b) <= epsilon) return 'border';
      const [ax = 0, ay = 0] = a;
      const [bx = 0, by = 0] = b;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
    return inside ? 'inside' : 'outside';
  }
}
