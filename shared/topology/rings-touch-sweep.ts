import type { CoverageRings } from './coverage-rings.ts';
import { follows, turnsBack } from './following-edges.ts';
import { orientation } from './orientation.ts';
import { segmentsMeet } from './segments-meet.ts';

/**
 * The same answer as RingTouchSearch for the rings from `firstRing` to before `endRing`, by sweeping over the vertices from west to east (and from south
 * to north where they are in one column): edges are kept in their order from south to north, and
 * those that become neighbours are compared. After Shamos and Hoey, Geometric intersection problems
 * (1976). It takes the same time whatever the shape, where boxes fail: for long edges side by side.
 */
export function ringsTouchSweep(rings: CoverageRings, firstRing: number, endRing: number): boolean {
  const { x, y, ringStart } = rings;
  const base = ringStart[firstRing]!;
  const total = ringStart[endRing]! - base;
  /** Ring of each vertex, and the edge that comes before the one it starts. */
  const ringOf = new Int32Array(total);
  const before = new Int32Array(total);
  const vertices = new Int32Array(total - (endRing - firstRing));
  let count = 0;
  for (let r = firstRing; r < endRing; r++) {
    const start = ringStart[r]!;
    const end = ringStart[r + 1]! - 1;
    for (let v = start; v < end; v++) {
      ringOf[v - base] = r;
      before[v - base] = v === start ? end - 1 : v - 1;
      vertices[count++] = v;
    }
  }
  vertices.sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);

  const isBefore = (a: number, b: number): boolean =>
    x[a]! < x[b]! || (x[a] === x[b] && y[a]! < y[b]!);
  /** Edges under the sweep, from south to north. */
  const active = new Int32Array(count);
  let size = 0;

  /** Positive if vertex v lies north of an active edge, 0 if on it. */
  function side(edge: number, v: number): number {
    const west = isBefore(edge, edge + 1) ? edge : edge + 1;
    const east = west === edge ? edge + 1 : edge;
    return orientation(x[west]!, y[west]!, x[east]!, y[east]!, x[v]!, y[v]!);
  }
  /** How many active edges lie south of v, and not on it. */
  function rank(v: number): number {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (side(active[middle]!, v) > 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  function meet(e: number, f: number): boolean {
    if (!segmentsMeet(x[e]!, y[e]!, x[e + 1]!, y[e + 1]!, x[f]!, y[f]!, x[f + 1]!, y[f + 1]!)) {
      return false;
    }
    const r = ringOf[e - base]!;
    if (r !== ringOf[f - base]) return true;
    if (follows(rings, r, e, f)) return turnsBack(rings, e, f);
    return follows(rings, r, f, e) ? turnsBack(rings, f, e) : true;
  }
  const meetsNext = (i: number): boolean =>
    i >= 0 && i + 1 < size && meet(active[i]!, active[i + 1]!);

  for (let i = 0; i < count; i++) {
    const v = vertices[i]!;
    if (i > 0 && x[v] === x[vertices[i - 1]!] && y[v] === y[vertices[i - 1]!]) return true;
    const e = before[v - base]!;
    const comesFromWest = isBefore(e, v);
    const goesWest = isBefore(v + 1, v);
    const at = rank(v);
    let own = 0;
    while (at + own < size && side(active[at + own]!, v) === 0) own++;
    // An edge through v that is not its own.
    if (own !== Number(comesFromWest) + Number(goesWest)) return true;
    if (own === 2) {
      active.copyWithin(at, at + 2, size);
      size -= 2;
      if (meetsNext(at - 1)) return true;
    } else if (own === 1) {
      active[at] = comesFromWest ? v : e;
      if (meetsNext(at - 1) || meetsNext(at)) return true;
    } else {
      active.copyWithin(at + 2, at, size);
      size += 2;
      const turn = side(v, e);
      if (turn === 0) return true;
      active[at] = turn > 0 ? v : e;
      active[at + 1] = turn > 0 ? e : v;
      if (meetsNext(at - 1) || meetsNext(at + 1)) return true;
    }
  }
  return false;
}
