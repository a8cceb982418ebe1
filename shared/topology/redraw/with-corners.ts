import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { type Bounds, boundsOf } from '#shared/geo/bounds.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { isKnownFar } from './on-border.ts';
import { placesAmong } from './place-map.ts';
import { passesPixel } from '#shared/topology/repair/hot-pixel.ts';

type Area = Polygon | MultiPolygon;
type Steps = [x: number, y: number];

const byX = (a: Steps, b: Steps): number => a[0] - b[0];

/** First of `corners`, which are sorted by x, that is not left of `x`. */
function firstFrom(corners: readonly Steps[], x: number): number {
  let low = 0;
  let high = corners.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (corners[middle]![0] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The corners inside the edge from `at` to `next`, in the order in which it comes to them. */
function cornersInside(at: Position, next: Position, corners: readonly Steps[]): Position[] {
  const [ax, ay] = [toGrid(at[0]!), toGrid(at[1]!)];
  const [bx, by] = [toGrid(next[0]!), toGrid(next[1]!)];
  const right = Math.max(ax, bx) + 1;
  const inside: Steps[] = [];
  for (let k = firstFrom(corners, Math.min(ax, bx) - 1); k < corners.length; k++) {
    const [x, y] = corners[k]!;
    if (x > right) break;
    if ((x === ax && y === ay) || (x === bx && y === by)) continue;
    if (passesPixel(ax, ay, bx, by, x, y)) inside.push([x, y]);
  }
  const along = ([x, y]: Steps) => (x - ax) * Math.sign(bx - ax) + (y - ay) * Math.sign(by - ay);
  inside.sort((p, q) => along(p) - along(q));
  return inside.map(([x, y]) => [fromGrid(x), fromGrid(y)]);
}

/** A line with those of the corners that lie on it; null when none does. */
function lineWith(ring: readonly Position[], corners: readonly Steps[]): Position[] | null {
  const [west, south, east, north] = boxAround(corners);
  let result: Position[] | null = null;
  // Up to where the line has been copied.
  let copied = 0;
  for (let i = 1; i < ring.length; i++) {
    const at = ring[i - 1]!;
    const next = ring[i]!;
    if (at[0]! < west ? next[0]! < west : at[0]! > east && next[0]! > east) continue;
    if (at[1]! < south ? next[1]! < south : at[1]! > north && next[1]! > north) continue;
    const inside = cornersInside(at, next, corners);
    if (inside.length === 0) continue;
    result ??= [];
    for (; copied < i; copied++) result.push(ring[copied]!);
    for (const corner of inside) result.push(corner);
  }
  if (result) for (; copied < ring.length; copied++) result.push(ring[copied]!);
  return result;
}

/** The box of some corners in degrees, with a margin: an edge beyond it has none of them. */
function boxAround(corners: readonly Steps[]): Bounds {
  const [west, south, east, north] = boundsOf(corners);
  return [fromGrid(west - 2), fromGrid(south - 2), fromGrid(east + 2), fromGrid(north + 2)];
}

const stepsOf = (positions: readonly Position[]): Steps[] =>
  positions.map(([x = 0, y = 0]): Steps => [toGrid(x), toGrid(y)]).sort(byX);

/** The line with those of some positions as vertices that lie on it, to half a step. Degrees, on the grid. */
export function lineWithCorners(
  line: readonly Position[],
  positions: readonly Position[],
): readonly Position[] {
  const own = placesAmong(line);
  return lineWith(line, stepsOf(positions.filter((at) => !own.has(at)))) ?? line;
}

/**
 * The area with those of some positions put into its rings as corners that lie on one of its edges, to
 * half a step of the grid (some 5 mm): where a neighbour has a corner on a straight border. The same
 * area when there are none. Degrees, on the grid.
 */
export function withCorners<A extends Area>(area: A, positions: readonly Position[]): A {
  if (isKnownFar(area, positions)) return area;
  // A corner that it has elsewhere would make it touch itself, as where it is thinner than a step.
  const wanted = placesAmong(positions);
  const own = placesAmong(
    polygonsOf(area).flatMap((rings) =>
      rings.flatMap((ring) => ring.filter((at) => wanted.has(at))),
    ),
  );
  const corners = stepsOf(positions.filter((at) => !own.has(at)));
  if (corners.length === 0) return area;
  let gained = false;
  const change = (ring: Position[]): Position[] => {
    const changed = lineWith(ring, corners);
    if (changed) gained = true;
    return changed ?? ring;
  };
  const coordinates =
    area.type === 'Polygon'
      ? area.coordinates.map(change)
      : area.coordinates.map((rings) => rings.map(change));
  return gained ? ({ ...area, coordinates } as A) : area;
}
