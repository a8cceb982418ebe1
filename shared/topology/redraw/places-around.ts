/** Places along an axis, an entry each: where (metres), and what it weighs. */
export interface PlacesAlong {
  u: Float64Array;
  weight: Float64Array;
}

/** Stretches between the places around a limit. */
export interface Stretches {
  /** Where the stretches end: stretch `i` lies between `ends[i]` and `ends[i + 1]`, between two places. */
  ends: number[];
  /** What the places before each stretch weigh, those far before included. */
  before: number[];
}

const bins = 1024;

/**
 * The places around the one limit on an axis before which there is enough, sorted: those that are near, and on
 * both sides at least the next. Of a million places a few hundred, found without sorting all of them.
 * @param isEnough whether there is enough before a limit, given what the places before it weigh; it stays so
 *   farther along
 */
export function stretchesAround(
  { u, weight }: PlacesAlong,
  [low, high]: readonly [number, number],
  isEnough: (weightBefore: number, limit: number) => boolean,
): Stretches {
  const width = (high - low) / bins;
  const binOf = new Uint16Array(u.length);
  const counts = new Uint32Array(bins);
  const sums = new Float64Array(bins);
  for (let i = 0; i < u.length; i++) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((u[i]! - low) / width)));
    binOf[i] = bin;
    counts[bin]! += 1;
    sums[bin]! += weight[i]!;
  }
  const before = new Float64Array(bins + 1);
  for (let bin = 0; bin < bins; bin++) before[bin + 1] = before[bin]! + sums[bin]!;

  let [first, last] = [0, bins - 1];
  while (first < last) {
    const middle = (first + last) >> 1;
    if (isEnough(before[middle + 1]!, low + (middle + 1) * width)) last = middle;
    else first = middle + 1;
  }
  let [from, to] = [first - 1, first + 1];
  while (from >= 0 && counts[from] === 0) from -= 1;
  while (to < bins && counts[to] === 0) to += 1;

  const near: number[] = [];
  for (let i = 0; i < u.length; i++) if (binOf[i]! >= from && binOf[i]! <= to) near.push(i);
  near.sort((a, b) => u[a]! - u[b]!);
  const result: Stretches = {
    ends: [from < 0 ? low : low + from * width],
    before: [before[Math.max(from, 0)]!],
  };
  for (const i of near) {
    result.ends.push(u[i]!);
    result.before.push(result.before.at(-1)! + weight[i]!);
  }
  result.ends.push(to < bins ? low + (to + 1) * width : high);
  return result;
}
