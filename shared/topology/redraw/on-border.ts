import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { passesPixel } from '#shared/topology/repair/hot-pixel.ts';

type Area = Polygon | MultiPolygon;
type Edge = readonly [a: Position, b: Position];

const margin = fromGrid(2);
const boxes = new WeakMap<object, Bounds>();

/** Box of an area, found once for each: records never change in place. */
export function boxOf(area: Area): Bounds {
  let box = boxes.get(area);
  if (!box) {
    box = areaBounds(area);
    boxes.set(area, box);
  }
  return box;
}

function passes([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, p: Position): boolean {
  const [x, y] = [toGrid(p[0]!), toGrid(p[1]!)];
  const ends = [toGrid(ax), toGrid(ay), toGrid(bx), toGrid(by)] as const;
  const isEnd = (x === ends[0] && y === ends[1]) || (x === ends[2] && y === ends[3]);
  return isEnd || passesPixel(...ends, x, y);
}

/** Whether an edge lies on a line of vertices, to half a step of the grid (some 5 mm). */
export function liesOn([a, b]: Edge, line: readonly Position[]): boolean {
  const [west, east] = [Math.min(a[0]!, b[0]!) - margin, Math.max(a[0]!, b[0]!) + margin];
  const [south, north] = [Math.min(a[1]!, b[1]!) - margin, Math.max(a[1]!, b[1]!) + margin];
  for (let i = 1; i < line.length; i++) {
    const [p, q] = [line[i - 1]!, line[i]!];
    if (Math.max(p[0]!, q[0]!) < west || Math.min(p[0]!, q[0]!) > east) continue;
    if (Math.max(p[1]!, q[1]!) < south || Math.min(p[1]!, q[1]!) > north) continue;
    if (passes(p, q, a) && passes(p, q, b)) return true;
  }
  return false;
}

/** The first of some edges that lies on the border of an area; null when none does. */
export function edgeOnBorder(edges: readonly Edge[], area: Area): Edge | null {
  const box = boxOf(area);
  for (const edge of edges) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = edge;
    const own: Bounds = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    if (!boundsMeet(own, box, margin)) continue;
    if (polygonsOf(area).some((rings) => rings.some((ring) => liesOn(edge, ring)))) return edge;
  }
  return null;
}
