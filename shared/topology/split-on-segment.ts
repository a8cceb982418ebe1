import { cross } from './orientation.ts';
import type { Segments } from './segments.ts';

/**
 * A place on a segment where it has to be split: the crossing with segment `other`, or the grid
 * point (x, y) when `other` is -1. `t` is how far along it lies, 0 to 1, as a double.
 */
export interface Split {
  segment: number;
  node: number;
  other: number;
  t: number;
}

/** The crossing of the lines of segments e and f along e: t = numerator / denominator. */
function crossingRatio(segments: Segments, e: number, f: number): [number, number] {
  const { ax, ay, bx, by } = segments;
  const fx = bx[f]! - ax[f]!;
  const fy = by[f]! - ay[f]!;
  return [
    cross(ax[f]! - ax[e]!, ay[f]! - ay[e]!, fx, fy),
    cross(bx[e]! - ax[e]!, by[e]! - ay[e]!, fx, fy),
  ];
}

/** How far along segment e it crosses the line of f, as a double good to its last bits. */
export function crossingFraction(segments: Segments, e: number, f: number): number {
  const [numerator, denominator] = crossingRatio(segments, e, f);
  return numerator / denominator;
}

function exactCross(ax: number, ay: number, bx: number, by: number): bigint {
  return BigInt(ax) * BigInt(by) - BigInt(ay) * BigInt(bx);
}

/** Exact fraction along segment e of a split, as numerator and positive denominator. */
function exactFraction(
  segments: Segments,
  split: Split,
  nodeX: Float64Array,
  nodeY: Float64Array,
): [bigint, bigint] {
  const { ax, ay, bx, by } = segments;
  const e = split.segment;
  const ex = bx[e]! - ax[e]!;
  const ey = by[e]! - ay[e]!;
  let numerator: bigint;
  let denominator: bigint;
  if (split.other === -1) {
    const alongX = Math.abs(ex) > Math.abs(ey);
    numerator = BigInt(alongX ? nodeX[split.node]! - ax[e]! : nodeY[split.node]! - ay[e]!);
    denominator = BigInt(alongX ? ex : ey);
  } else {
    const f = split.other;
    const fx = bx[f]! - ax[f]!;
    const fy = by[f]! - ay[f]!;
    numerator = exactCross(ax[f]! - ax[e]!, ay[f]! - ay[e]!, fx, fy);
    denominator = exactCross(ex, ey, fx, fy);
  }
  return denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
}

/** Order of two splits of one segment along it; 0 only when they are the same place. Exact. */
export function compareSplits(
  segments: Segments,
  a: Split,
  b: Split,
  nodeX: Float64Array,
  nodeY: Float64Array,
): number {
  const difference = a.t - b.t;
  // Both fractions are good to a few units of 2^-53.
  if (difference > 1e-14 || difference < -1e-14) return difference;
  const [an, ad] = exactFraction(segments, a, nodeX, nodeY);
  const [bn, bd] = exactFraction(segments, b, nodeX, nodeY);
  const left = an * bd;
  const right = bn * ad;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Ends of a segment, the lower leftmost one first. */
function orderedEnds({ ax, ay, bx, by }: Segments, s: number): [number, number, number, number] {
  const turned = ax[s]! > bx[s]! || (ax[s] === bx[s] && ay[s]! > by[s]!);
  return turned ? [bx[s]!, by[s]!, ax[s]!, ay[s]!] : [ax[s]!, ay[s]!, bx[s]!, by[s]!];
}

/**
 * The place where segments e and f cross, in (fractions of) steps: to the last bit the same
 * whichever segment comes first and whichever way they run, so that what is found again among other
 * segments is the same. A coordinate that is exactly a whole number of steps comes out as that
 * number.
 */
export function crossingPlace(segments: Segments, e: number, f: number): [number, number] {
  let first = orderedEnds(segments, e);
  let second = orderedEnds(segments, f);
  const different = first.findIndex((value, i) => value !== second[i]);
  if (first[different]! > second[different]!) [first, second] = [second, first];
  const [px, py, qx, qy] = first;
  const [rx, ry, sx, sy] = second;
  const ex = qx - px;
  const ey = qy - py;
  const fx = sx - rx;
  const fy = sy - ry;
  const t = cross(rx - px, ry - py, fx, fy) / cross(ex, ey, fx, fy);
  const place: [number, number] = [px + t * ex, py + t * ey];
  for (const axis of [0, 1] as const) {
    const value = place[axis];
    const whole = Math.round(value);
    if (whole === value || Math.abs(whole - value) > 1e-5) continue;
    const numerator = exactCross(rx - px, ry - py, fx, fy);
    const denominator = exactCross(ex, ey, fx, fy);
    const start = axis === 0 ? px : py;
    const extent = axis === 0 ? ex : ey;
    if (numerator * BigInt(extent) === BigInt(whole - start) * denominator) place[axis] = whole;
  }
  return place;
}
