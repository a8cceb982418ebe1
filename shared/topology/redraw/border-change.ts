import type { MultiPolygon, Polygon, Position } from 'geojson';

import { isKnownFar } from './on-border.ts';
import { PlaceMap } from './place-map.ts';

type Area = Polygon | MultiPolygon;

/** Text that names a position on the grid. */
export function placeKey(position: Position): string {
  return `${position[0]},${position[1]}`;
}

/** A course of border that takes the place of another with the same ends. */
export interface Stretch {
  from: readonly Position[];
  to: readonly Position[];
}

/**
 * What becomes of borders: stretches replaced wherever a ring has them, in either direction, and then
 * vertices moved wherever they are. All positions on the grid.
 */
export interface BorderChange {
  stretches: readonly Stretch[];
  /** By {@link placeKey}. */
  moves: ReadonlyMap<string, Position>;
}

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Courses by their first edge, in both directions. */
function byFirstEdge(stretches: readonly Stretch[]): Map<string, Stretch> {
  const courses = new Map<string, Stretch>();
  const enter = (stretch: Stretch) =>
    courses.set(`${placeKey(stretch.from[0]!)} ${placeKey(stretch.from[1]!)}`, stretch);
  for (const stretch of stretches) {
    enter(stretch);
    enter({ from: stretch.from.toReversed(), to: stretch.to.toReversed() });
  }
  return courses;
}

/** An open ring with its stretches replaced; the same one when it has none. */
function replaced(open: Position[], courses: ReadonlyMap<string, Stretch>): Position[] {
  if (courses.size === 0) return open;
  const count = open.length;
  const found: { start: number; stretch: Stretch }[] = [];
  for (let i = 0; i < count; i++) {
    const stretch = courses.get(`${placeKey(open[i]!)} ${placeKey(open[(i + 1) % count]!)}`);
    if (!stretch || stretch.from.length > count + 1) continue;
    if (!stretch.from.every((at, k) => same(at, open[(i + k) % count]))) continue;
    found.push({ start: i, stretch });
    i += stretch.from.length - 2;
  }
  if (found.length === 0) return open;
  const result: Position[] = [];
  // From the last one's end on, should it reach over the first vertex.
  const { start, stretch } = found.at(-1)!;
  let at = Math.max(0, start + stretch.from.length - 1 - count);
  for (const { start: next, stretch: course } of found) {
    for (; at < next; at++) result.push(open[at]!);
    // One by one: smoothed, a long border has more vertices than a call may have arguments.
    for (let k = 0; k + 1 < course.to.length; k++) result.push(course.to[k]!);
    at = next + course.from.length - 1;
  }
  for (; at < count; at++) result.push(open[at]!);
  return result;
}

/** An open ring without repeated vertices and without lines that run there and back. */
function withoutSpikes(open: readonly Position[]): Position[] {
  const path: Position[] = [];
  const push = (at: Position): void => {
    if (same(path.at(-1), at)) return;
    if (same(path.at(-2), at)) path.pop();
    else path.push(at);
  };
  for (const at of open) push(at);
  // Where it closes the same may be.
  for (;;) {
    const count = path.length;
    if (count < 3) return path;
    if (same(path[0], path[count - 1])) path.pop();
    else if (same(path[1], path[count - 1])) path.splice(0, 1);
    else if (same(path[0], path[count - 2])) path.pop();
    else return path;
  }
}

/** Whether an open ring repeats a vertex or runs there and back somewhere. */
function hasSpikes(open: readonly Position[]): boolean {
  const count = open.length;
  let before = open[count - 2];
  let last = open[count - 1];
  for (let i = 0; i < count; i++) {
    const at = open[i]!;
    if (same(last, at) || same(before, at)) return true;
    before = last;
    last = at;
  }
  return false;
}

/** A ring's open vertices with those moved that move; the same ones when none does. */
function movedVertices(open: Position[], moves: PlaceMap<Position>): Position[] {
  let moved: Position[] | null = null;
  for (let i = 0; i < open.length; i++) {
    if (!moves.has(open[i]!)) continue;
    moved ??= open.slice();
    moved[i] = moves.get(open[i]!)!;
  }
  return moved ?? open;
}

function changedRing(
  ring: Position[],
  courses: ReadonlyMap<string, Stretch>,
  moves: PlaceMap<Position>,
): Position[] | null {
  const open = ring.slice(0, -1);
  const moved = movedVertices(replaced(open, courses), moves);
  if (moved === open) return ring;
  const next = hasSpikes(moved) ? withoutSpikes(moved) : moved;
  if (!isRing(next)) return null;
  return [...next, next[0]!];
}

/** Whether an open ring has three different vertices. */
function isRing(open: readonly Position[]): boolean {
  const [first] = open;
  const second = open.find((at) => !same(first, at));
  return second !== undefined && open.some((at) => !same(first, at) && !same(second, at));
}

/**
 * An area with its borders changed: the same one where it has none of them, null when a ring would be
 * left with fewer than three different vertices.
 */
export function changeBorder<A extends Area>(area: A, change: BorderChange): A | null {
  const courses = byFirstEdge(change.stretches);
  const moves = new PlaceMap<Position>();
  for (const [key, to] of change.moves) moves.set(key.split(',').map(Number), to);
  const begins = change.stretches.map(({ from }) => from[0]!);
  if (isKnownFar(area, [...begins, ...moves.places()])) return area;
  let isChanged = false;
  let isSound = true;
  const rewrite = (ring: Position[]): Position[] => {
    const next = changedRing(ring, courses, moves);
    if (next === null) isSound = false;
    else if (next !== ring) isChanged = true;
    return next ?? ring;
  };
  const coordinates =
    area.type === 'Polygon'
      ? area.coordinates.map(rewrite)
      : area.coordinates.map((rings) => rings.map(rewrite));
  if (!isSound) return null;
  return isChanged ? ({ ...area, coordinates } as A) : area;
}
