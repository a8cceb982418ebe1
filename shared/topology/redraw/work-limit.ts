import type { Position } from 'geojson';

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
/** How far from a place a cut keeps at least, where there is room (metres). */
const clearanceM = 0.5;

/** A cut across an axis: where (metres), and by how much the work before it is off from what was wanted. */
export interface Limit {
  at: number;
  off: number;
}

/**
 * Where along an axis the work before a cut is `share` (0 to 1) of all; at a place that weighs too much to be
 * parted, on the side of it that comes nearer. Without work of ground it is the middle between two places.
 * @param places  by `u`, metres along the axis
 * @param areaBefore area of the ground before a limit, in m²; grows with it
 */
export function workLimit(
  places: readonly { u: number; weight: number }[],
  perM2: number,
  areaBefore: (limit: number) => number,
  [low, high]: readonly [number, number],
  share: number,
): Limit {
  const sorted = places.toSorted((a, b) => a.u - b.u);
  /** Ends of the stretches between places, and what the places before each weigh. */
  const ends = [low, ...sorted.map(({ u }) => u), high];
  const before = [0];
  for (const { weight } of sorted) before.push(before.at(-1)! + weight);
  const ground = (limit: number): number => (perM2 > 0 ? perM2 * areaBefore(limit) : 0);
  const wanted = (before.at(-1)! + ground(high)) * share;

  // The first stretch at whose end there is enough.
  let [first, last] = [0, sorted.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if (before[middle]! + ground(ends[middle + 1]!) < wanted) first = middle + 1;
    else last = middle;
  }
  const [start, end] = [ends[first]!, ends[first + 1]!];
  const atStart = before[first]! + ground(start);
  if (perM2 > 0 && atStart <= wanted) {
    let [from, to] = [start, end];
    for (let i = 0; i < halvings; i++) {
      const middle = (from + to) / 2;
      if (before[first]! + ground(middle) < wanted) from = middle;
      else to = middle;
    }
    return { at: (from + to) / 2, off: 0 };
  }
  return besidePlace(ends, before, first, wanted, ground);
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
