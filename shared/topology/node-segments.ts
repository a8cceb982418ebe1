import type Flatbush from 'flatbush';
import { orientation } from './orientation.ts';
import { segmentIndex, segmentPairs } from './segment-pairs.ts';
import type { Segments } from './segments.ts';
import { compareSplits, crossingFraction, crossingPlace, type Split } from './split-on-segment.ts';

/**
 * Segments split wherever they meet: no two pieces have more in common than end nodes, and equal
 * pieces are one. Nodes lie at exact places; `x` and `y` are those places as doubles.
 */
export interface NodedSegments {
  nodeCount: number;
  x: Float64Array;
  y: Float64Array;
  /** 1 where the node is an end of a segment, so a grid point. */
  whole: Uint8Array;
  pieceCount: number;
  /** Nodes at the ends of each piece; from < to. */
  from: Int32Array;
  to: Int32Array;
  /** Weight of the piece's left side over its right, seen from `from` to `to`: all segments' sum. */
  weight: Int32Array;
  /** One segment under the piece (its direction is the piece's), and whether it runs from `from`. */
  segment: Int32Array;
  along: Int8Array;
  /** Pieces of each segment in order: `pieceOf[pieceStart[s] … pieceStart[s + 1] - 1]`. */
  pieceStart: Int32Array;
  pieceOf: Int32Array;
  /** Index of the segments' boxes; null without segments. */
  index: Flatbush | null;
}

function numberEnds(segments: Segments): {
  start: Int32Array;
  end: Int32Array;
  xs: number[];
  ys: number[];
} {
  const { count } = segments;
  let size = 16;
  while (size < 4 * count) size *= 2;
  const table = new Int32Array(size);
  const xs: number[] = [];
  const ys: number[] = [];
  function numberOf(x: number, y: number): number {
    let slot = Math.imul(Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b), 0x2c1b3c6d);
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    for (;;) {
      const found = table[slot]! - 1;
      if (found === -1) {
        table[slot] = xs.push(x);
        ys.push(y);
        return xs.length - 1;
      }
      if (xs[found] === x && ys[found] === y) return found;
      slot = (slot + 1) & (size - 1);
    }
  }
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  for (let s = 0; s < count; s++) {
    start[s] = numberOf(segments.ax[s]!, segments.ay[s]!);
    end[s] = numberOf(segments.bx[s]!, segments.by[s]!);
  }
  return { start, end, xs, ys };
}

/** Splits segments at all places where they meet. Exact; see {@link NodedSegments}. */
export function nodeSegments(segments: Segments): NodedSegments {
  const { count, ax, ay, bx, by } = segments;
  const { start, end, xs, ys } = numberEnds(segments);
  const wholeCount = xs.length;
  const splits: Split[] = [];

  /** Splits segment e at grid point (x, y) if it lies inside of it. */
  function splitAtEnd(e: number, node: number): void {
    const x = xs[node]!;
    const y = ys[node]!;
    if (node === start[e] || node === end[e]) return;
    const ex = bx[e]! - ax[e]!;
    const ey = by[e]! - ay[e]!;
    const t = Math.abs(ex) > Math.abs(ey) ? (x - ax[e]!) / ex : (y - ay[e]!) / ey;
    if (t > 0 && t < 1) splits.push({ segment: e, node, other: -1, t });
  }

  function meet(e: number, f: number): void {
    const c = orientation(ax[e]!, ay[e]!, bx[e]!, by[e]!, ax[f]!, ay[f]!);
    const d = orientation(ax[e]!, ay[e]!, bx[e]!, by[e]!, bx[f]!, by[f]!);
    if ((c > 0 && d > 0) || (c < 0 && d < 0)) return;
    const a = orientation(ax[f]!, ay[f]!, bx[f]!, by[f]!, ax[e]!, ay[e]!);
    const b = orientation(ax[f]!, ay[f]!, bx[f]!, by[f]!, bx[e]!, by[e]!);
    if ((a > 0 && b > 0) || (a < 0 && b < 0)) return;
    if (a !== 0 && b !== 0 && c !== 0 && d !== 0) {
      const [x, y] = crossingPlace(segments, e, f);
      const node = xs.push(x) - 1;
      ys.push(y);
      splits.push({ segment: e, node, other: f, t: crossingFraction(segments, e, f) });
      splits.push({ segment: f, node, other: e, t: crossingFraction(segments, f, e) });
      return;
    }
    if (c === 0) splitAtEnd(e, start[f]!);
    if (d === 0) splitAtEnd(e, end[f]!);
    if (a === 0) splitAtEnd(f, start[e]!);
    if (b === 0) splitAtEnd(f, end[e]!);
  }

  const index = segmentIndex(segments);
  if (index !== null) segmentPairs(segments, index, meet);

  const nodeX = Float64Array.from(xs);
  const nodeY = Float64Array.from(ys);
  // One place may be found several times over; the lowest number (a grid point if any) stands for it.
  const same = Int32Array.from({ length: xs.length }, (_, node) => node);
  function canonical(node: number): number {
    let root = node;
    while (same[root] !== root) {
      same[root] = same[same[root]!]!;
      root = same[root]!;
    }
    return root;
  }
  splits.sort((a, b) => a.segment - b.segment || compareSplits(segments, a, b, nodeX, nodeY));
  for (let i = 1; i < splits.length; i++) {
    const a = splits[i - 1]!;
    const b = splits[i]!;
    if (a.segment !== b.segment || a.node === b.node) continue;
    if (compareSplits(segments, a, b, nodeX, nodeY) !== 0) continue;
    const p = canonical(a.node);
    const q = canonical(b.node);
    const kept = Math.min(p, q);
    const other = Math.max(p, q);
    same[other] = kept;
    // Crossings found several times over differ in their last bits: the lowest place is kept,
    // whatever the order in which they were found.
    if (kept < wholeCount) continue;
    const dx = nodeX[other]! - nodeX[kept]!;
    if (dx < 0 || (dx === 0 && nodeY[other]! < nodeY[kept]!)) {
      nodeX[kept] = nodeX[other]!;
      nodeY[kept] = nodeY[other]!;
    }
  }

  const rawCount = count + splits.length;
  const from = new Int32Array(rawCount);
  const to = new Int32Array(rawCount);
  const weight = new Int32Array(rawCount);
  const segment = new Int32Array(rawCount);
  const along = new Int8Array(rawCount);
  const pieceStart = new Int32Array(count + 1);
  const pieceOf = new Int32Array(rawCount);
  let size = 16;
  while (size < 2 * rawCount) size *= 2;
  const table = new Int32Array(size);
  let pieceCount = 0;
  let written = 0;
  let next = 0;
  for (let s = 0; s < count; s++) {
    pieceStart[s] = written;
    let u = canonical(start[s]!);
    for (;;) {
      const split = splits[next];
      const inside = split !== undefined && split.segment === s;
      const v = canonical(inside ? split.node : end[s]!);
      if (u !== v) {
        const low = Math.min(u, v);
        const high = Math.max(u, v);
        let slot = Math.imul(Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b), 0x2c1b3c6d);
        slot = (slot ^ (slot >>> 15)) & (size - 1);
        let piece: number;
        for (;;) {
          piece = table[slot]! - 1;
          if (piece === -1 || (from[piece] === low && to[piece] === high)) break;
          slot = (slot + 1) & (size - 1);
        }
        if (piece === -1) {
          piece = pieceCount++;
          table[slot] = piece + 1;
          from[piece] = low;
          to[piece] = high;
          segment[piece] = s;
          along[piece] = u === low ? 1 : -1;
        }
        weight[piece]! += u === low ? segments.weight[s]! : -segments.weight[s]!;
        pieceOf[written++] = piece;
        u = v;
      }
      if (!inside) break;
      next++;
    }
  }
  pieceStart[count] = written;
  const whole = new Uint8Array(nodeX.length);
  whole.fill(1, 0, wholeCount);
  return {
    nodeCount: nodeX.length,
    x: nodeX,
    y: nodeY,
    whole,
    pieceCount,
    from: from.subarray(0, pieceCount),
    to: to.subarray(0, pieceCount),
    weight: weight.subarray(0, pieceCount),
    segment: segment.subarray(0, pieceCount),
    along: along.subarray(0, pieceCount),
    pieceStart,
    pieceOf: pieceOf.subarray(0, written),
    index,
  };
}
