import type { MultiPolygon, Polygon, Position } from 'geojson';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { areaBounds, type Bounds, boundsMeet, boundsOf } from '#shared/geo/bounds.ts';
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

/** Whether the grid point (x, y) is an end of a segment or lies on it, to half a step. */
function reaches(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  if ((x === ax && y === ay) || (x === bx && y === by)) return true;
  return passesPixel(ax, ay, bx, by, x, y);
}

function passes([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, p: Position): boolean {
  return reaches(toGrid(ax), toGrid(ay), toGrid(bx), toGrid(by), toGrid(p[0]!), toGrid(p[1]!));
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

const indexes = new WeakMap<object, BandedArea>();

/** The edges of an area by place, made once for each. */
export function edgeIndexOf(area: Area): BandedArea {
  let index = indexes.get(area);
  if (!index) {
    index = new BandedArea(area);
    indexes.set(area, index);
  }
  return index;
}

/** Calls `visit` with the ends of each edge of an area, in degrees, whose box comes within two steps of a given one. */
export function visitEdgesNear(
  area: Area,
  box: Bounds,
  visit: (a: Position, b: Position) => void,
): void {
  if (!boundsMeet(boxOf(area), box, margin)) return;
  const index = edgeIndexOf(area);
  const [west, south, east, north] = box.map(toGrid) as Bounds;
  index.edgesMeeting([west - 2, south - 2, east + 2, north + 2], (e) => {
    const { ends } = index;
    visit(
      [fromGrid(ends[4 * e]!), fromGrid(ends[4 * e + 1]!)],
      [fromGrid(ends[4 * e + 2]!), fromGrid(ends[4 * e + 3]!)],
    );
  });
}

/**
 * Whether edges of an area are known to be far from all of some positions: where they have been sorted by place
 * already, so that this is asked without a look at each.
 */
export function isKnownFar(area: Area, positions: readonly Position[]): boolean {
  if (!indexes.has(area)) return false;
  let isFar = true;
  visitEdgesNear(area, boundsOf(positions), () => {
    isFar = false;
  });
  return isFar;
}

/** Whether two segments run along each other for more than a point: two of their ends lie on both. */
function runsAlong([ax, ay, bx, by]: Bounds, [px, py, qx, qy]: Bounds): boolean {
  const isA = reaches(px, py, qx, qy, ax, ay);
  const isB = reaches(px, py, qx, qy, bx, by);
  if (isA && isB) return true;
  const isP = reaches(ax, ay, bx, by, px, py);
  const isQ = reaches(ax, ay, bx, by, qx, qy);
  if (isP && isQ) return true;
  // An end that both have is but one place.
  const isEnd = (x: number, y: number) => (x === px && y === py) || (x === qx && y === qy);
  return (isP || isQ) && ((isA && !isEnd(ax, ay)) || (isB && !isEnd(bx, by)));
}

/** Whether the first segment lies on the second as a whole. */
function liesWithin([ax, ay, bx, by]: Bounds, [px, py, qx, qy]: Bounds): boolean {
  return reaches(px, py, qx, qy, ax, ay) && reaches(px, py, qx, qy, bx, by);
}

/** Whether an edge has to some edge of an area the relation that is asked for. */
function hasBeside(
  [[ax = 0, ay = 0], [bx = 0, by = 0]]: Edge,
  area: Area,
  isBeside: (edge: Bounds, other: Bounds) => boolean,
): boolean {
  const own: Bounds = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
  if (!boundsMeet(own, boxOf(area), margin)) return false;
  const edge: Bounds = [toGrid(ax), toGrid(ay), toGrid(bx), toGrid(by)];
  const index = edgeIndexOf(area);
  let isOn = false;
  const around: Bounds = [
    toGrid(own[0]) - 1,
    toGrid(own[1]) - 1,
    toGrid(own[2]) + 1,
    toGrid(own[3]) + 1,
  ];
  index.edgesMeeting(around, (e) => {
    const [px = 0, py = 0, qx = 0, qy = 0] = index.ends.subarray(4 * e, 4 * e + 4);
    isOn ||= isBeside(edge, [px, py, qx, qy]);
  });
  return isOn;
}

/**
 * The first of some edges that lies on the border of an area, be it with a part of its length: one of both may
 * lack corners that the other has. Null when none does.
 */
export function edgeOnBorder(edges: readonly Edge[], area: Area): Edge | null {
  return edges.find((edge) => hasBeside(edge, area, runsAlong)) ?? null;
}

/** Whether an edge lies as a whole on one edge of an area. */
export function liesOnBorder(edge: Edge, area: Area): boolean {
  return hasBeside(edge, area, liesWithin);
}
