import type { Position } from 'geojson';
import { type PlacesAlong, stretchesAround } from './places-around.ts';

/** Something that weighs at a position, such as issues. */
export interface WeightAt {
  position: Position;
  weight: number;
}

/** Work on some ground: what stands at positions, and what each square metre weighs. */
export interface GroundWork {
  places: readonly WeightAt[];
  perM2: number;
}

const halvings = 45;
/** How far from a place a cut keeps at least, where there is room (metres): cuts are snapped to the grid. */
const clearanceM = 0.5;

/** A cut across an axis: where (metres), and by how much the work before it is off from what was wanted. */
export interface Limit {
  at: number;
  off: number;
}

/**
 * Where along an axis the work before a cut is `share` (0 to 1) of all, clear of the places; at a place that
 * weighs too much to be parted, on the side of it that comes nearer. Without work of ground it is the middle
 * between two places.
 * @param areaBefore area of the ground before a limit, in m²; grows with it
 */
export function workLimit(
  places: PlacesAlong,
  perM2: number,
  areaBefore: (limit: number) => number,
  [low, high]: readonly [number, number],
  share: number,
): Limit {
  const ground = (limit: number): number => (perM2 > 0 ? perM2 * areaBefore(limit) : 0);
  const all = places.weight.reduce((sum, weight) => sum + weight, 0) + ground(high);
  const wanted = all * share;
  const { ends, before } = stretchesAround(
    places,
    [low, high],
    (weightBefore, limit) => weightBefore + ground(limit) >= wanted,
  );

  // The first stretch at whose end there is enough.
  let [first, last] = [0, before.length - 1];
  while (first < last) {
    const middle = (first + last) >> 1;
    if (before[middle]! + ground(ends[middle + 1]!) < wanted) first = middle + 1;
    else last = middle;
  }
  const [start, end] = [ends[first]!, ends[first + 1]!];
  if (perM2 === 0 || before[first]! + ground(start) >= wanted) {
    return besidePlace(ends, before, first, wanted, ground);
  }
  const room = Math.min((end - start) / 2, clearanceM);
  // At the ends of the ground there is no place to keep clear of.
  let from = first > 0 ? start + room : start;
  let to = first < before.length - 1 ? end - room : end;
  for (let i = 0; i < halvings; i++) {
    const middle = (from + to) / 2;
    if (before[first]! + ground(middle) < wanted) from = middle;
    else to = middle;
  }
  const at = (from + to) / 2;
  return { at, off: Math.abs(before[first]! + ground(at) - wanted) };
}

/** The cut in one of the stretches around a place that holds the limit, whichever comes nearer. */
function besidePlace(
  ends: readonly number[],
  before: readonly number[],
  first: number,
  wanted: number,
  ground: (limit: number) => number,
): Limit {
  const isEven = ground(ends.at(-1)!) === 0;
  let best: Limit = { at: ends[first]!, off: Infinity };
  const look = (stretch: number, isAtEnd: boolean): boolean => {
    const [from, to] = [ends[stretch]!, ends[stretch + 1]!];
    if (to <= from) return false;
    // Where ground weighs nothing one place between the two is as good as another.
    const room = Math.min((to - from) / 2, isEven ? Infinity : clearanceM);
    const at = isAtEnd ? to - room : from + room;
    const off = Math.abs(before[stretch]! + ground(at) - wanted);
    if (off < best.off) best = { at, off };
    return true;
  };
  // Places that lie on one another leave no stretch between them.
  for (let i = first; i < before.length && !look(i, false); i++);
  for (let i = first - 1; i >= 0 && !look(i, true); i--);
  return best;
}
