import type { MultiPolygon, Polygon } from 'geojson';
import type { Place } from './area-index.ts';
import { polygonsOf } from './area-m2.ts';
import type { Bounds } from './bounds.ts';
import { toGrid } from './grid.ts';

const edgesPerBand = 4;
const mostBands = 1024;

/**
 * An area on the integer grid (1e-7°) with its edges sorted into bands of latitude, for many quick and
 * exact questions. Rings that are not closed count as closed; the parts of a multipolygon count one by one.
 */
export class BandedArea {
  /** [west, south, east, north] in grid steps. */
  readonly bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  /** Ends of edge e: (ends[4e], ends[4e + 1]) and (ends[4e + 2], ends[4e + 3]), in grid steps. */
  readonly ends: Float64Array;
  private readonly part: Uint32Array;
  private readonly parts: number;
  private readonly bandStart: Int32Array;
  private readonly bandEdges: Int32Array;
  private readonly bandHeight: number;
  /** Number of the question in which an edge was last given out, so that none is given twice. */
  private readonly seen: Uint32Array;
  private question = 0;

  constructor(area: Polygon | MultiPolygon) {
    const polygons = polygonsOf(area);
    this.parts = polygons.length;
    const most = polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
    const ends = new Float64Array(4 * most);
    const part = new Uint32Array(most);
    let count = 0;
    for (const [number, rings] of polygons.entries()) {
      for (const ring of rings) {
        const first = count;
        count = this.addRing(ring, ends, count);
        part.fill(number, first, count);
      }
    }
    this.ends = ends.subarray(0, 4 * count);
    this.part = part.subarray(0, count);
    this.seen = new Uint32Array(count);
    const bands = Math.min(mostBands, Math.max(1, Math.ceil(count / edgesPerBand)));
    this.bandHeight = Math.max(1, (this.bounds[3] - this.bounds[1] + 1) / bands);
    [this.bandStart, this.bandEdges] = this.sortIntoBands(bands);
  }

  /** Where the grid position (x, y) lies. Exact: on the border means exactly on an edge. */
  locate(x: number, y: number): Place {
    const [west, south, east, north] = this.bounds;
    if (!(x >= west && x <= east && y >= south && y <= north)) return 'outside';
    const { ends, part } = this;
    // Whether the ray is inside each part.
    const entered = this.parts > 1 ? new Uint8Array(this.parts) : null;
    let odd = false;
    const band = this.bandOf(y);
    for (let i = this.bandStart[band]!; i < this.bandStart[band + 1]!; i++) {
      const e = this.bandEdges[i]!;
      const ay = ends[4 * e + 1]!;
      const by = ends[4 * e + 3]!;
      if ((ay > y && by > y) || (ay < y && by < y)) continue;
      const ax = ends[4 * e]!;
      const bx = ends[4 * e + 2]!;
      const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
      if (turn === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) return 'border';
      if (ay > y === by > y || turn > 0 !== by > ay) continue;
      if (entered) entered[part[e]!]! ^= 1;
      else odd = !odd;
    }
    return odd || entered?.includes(1) ? 'inside' : 'outside';
  }

  /** Calls `visit` once for each edge whose box meets the given one (grid steps). */
  edgesMeeting(box: Bounds, visit: (edge: number) => void): void {
    const [west, south, east, north] = box;
    if (north < this.bounds[1] || south > this.bounds[3]) return;
    this.question++;
    const last = this.bandOf(north);
    for (let band = this.bandOf(south); band <= last; band++) {
      for (let i = this.bandStart[band]!; i < this.bandStart[band + 1]!; i++) {
        const e = this.bandEdges[i]!;
        if (this.seen[e] === this.question) continue;
        this.seen[e] = this.question;
        const at = 4 * e;
        const { ends } = this;
        if (Math.max(ends[at]!, ends[at + 2]!) < west || Math.min(ends[at]!, ends[at + 2]!) > east)
          continue;
        if (
          Math.max(ends[at + 1]!, ends[at + 3]!) < south ||
          Math.min(ends[at + 1]!, ends[at + 3]!) > north
        )
          continue;
        visit(e);
      }
    }
  }

  /** Adds a ring's edges, of which there are `count` already; how many there are then. */
  private addRing(ring: readonly (readonly number[])[], ends: Float64Array, count: number): number {
    let [west, south, east, north] = this.bounds;
    let e = count;
    const last = ring.at(-1) ?? [];
    let ax = toGrid(last[0] ?? Number.NaN);
    let ay = toGrid(last[1] ?? Number.NaN);
    for (let i = 0; i < ring.length; i++) {
      const bx = toGrid(ring[i]![0] ?? Number.NaN);
      const by = toGrid(ring[i]![1] ?? Number.NaN);
      west = Math.min(west, bx);
      south = Math.min(south, by);
      east = Math.max(east, bx);
      north = Math.max(north, by);
      if (ax !== bx || ay !== by) {
        ends[4 * e] = ax;
        ends[4 * e + 1] = ay;
        ends[4 * e + 2] = bx;
        ends[4 * e + 3] = by;
        e++;
      }
      ax = bx;
      ay = by;
    }
    this.bounds.splice(0, 4, west, south, east, north);
    return e;
  }

  private bandOf(y: number): number {
    const band = Math.floor((y - this.bounds[1]) / this.bandHeight);
    return Math.max(0, Math.min(this.bandStart.length - 2, band));
  }

  private sortIntoBands(bands: number): [start: Int32Array, edges: Int32Array] {
    const start = new Int32Array(bands + 1);
    const count = this.part.length;
    const south = this.bounds[1];
    const { ends, bandHeight } = this;
    const of = (y: number) => Math.min(bands - 1, Math.floor((y - south) / bandHeight));
    const lowest = new Uint16Array(count);
    const highest = new Uint16Array(count);
    for (let e = 0; e < count; e++) {
      const a = of(ends[4 * e + 1]!);
      const b = of(ends[4 * e + 3]!);
      const [low, high] = a < b ? [a, b] : [b, a];
      lowest[e] = low;
      highest[e] = high;
      for (let band = low; band <= high; band++) start[band + 1]!++;
    }
    for (let band = 0; band < bands; band++) start[band + 1]! += start[band]!;
    const edges = new Int32Array(start[bands]!);
    const next = start.slice();
    for (let e = 0; e < count; e++) {
      for (let band = lowest[e]!; band <= highest[e]!; band++) edges[next[band]!++] = e;
    }
    return [start, edges];
  }
}
