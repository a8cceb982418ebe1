import type { CoverageRings } from './coverage-rings.ts';
import { follows, turnsBack } from './following-edges.ts';
import { ringsTouchSweep } from './rings-touch-sweep.ts';
import { segmentsMeet } from './segments-meet.ts';

/** Edges of a leaf, at most. */
const leafEdges = 16;
/** Up to so many leaves, all pairs are looked at. */
const fewLeaves = 48;
/** So many pairs for each leaf that have to be looked into say that boxes are of no use. */
const mostPairs = 64;

/** Boxes of leaves or of the tree above them. */
interface Boxes {
  minX: Int32Array;
  minY: Int32Array;
  maxX: Int32Array;
  maxY: Int32Array;
}

function emptyBoxes(size: number): Boxes {
  return {
    minX: new Int32Array(size),
    minY: new Int32Array(size),
    maxX: new Int32Array(size),
    maxY: new Int32Array(size),
  };
}

/** The direction that an edge takes more than any other: 1 east, 2 west, 4 north, 8 south. */
function courseOf(dx: number, dy: number): number {
  if (Math.abs(dx) >= Math.abs(dy)) return dx > 0 ? 1 : 2;
  return dy > 0 ? 4 : 8;
}

/**
 * Finds out, party by party, whether rings touch themselves or one another anywhere but where one
 * edge follows another. A party whose rings do not is made of simple, disjoint rings. Built once
 * for a coverage, because its scratch space is shared by all parties.
 *
 * A leaf is a stretch of a ring whose edges all go one way (east, west, north or south): it cannot
 * meet itself, nor the next one if that goes the same way. Pairs of leaves whose boxes overlap are
 * looked into. Many leaves get levels of boxes above them, so that the search stays nearly linear;
 * where boxes overlap too much for that, a sweep takes over.
 */
export class RingTouchSearch {
  private readonly rings: CoverageRings;
  private leaves: Boxes = emptyBoxes(64);
  private leafStart = new Int32Array(64);
  private leafEnd = new Int32Array(64);
  private leafRing = new Int32Array(64);
  private leafCourse = new Uint8Array(64);
  /** An implicit binary tree: node k has children 2k and 2k + 1; the leaves come last. */
  private tree: Boxes = emptyBoxes(0);
  /** How far the leaf at hand goes across its course. */
  private low = 0;
  private high = 0;

  constructor(rings: CoverageRings) {
    this.rings = rings;
  }

  /** Whether some ring of the party touches itself or another of its rings. */
  touches(party: number): boolean {
    const { partyRing } = this.rings;
    return this.anyTouch(partyRing[party]!, partyRing[party + 1]!);
  }

  /** Whether a ring touches itself. */
  ringTouches(ring: number): boolean {
    return this.anyTouch(ring, ring + 1);
  }

  private anyTouch(first: number, end: number): boolean {
    const { ringStart } = this.rings;
    // No ring has more leaves than edges.
    this.makeRoom(ringStart[end]! - ringStart[first]!);
    let count = 0;
    for (let r = first; r < end; r++) count = this.cutLeaves(r, count);
    return count <= fewLeaves ? this.pairsMeet(count) : this.treeMeets(first, end, count);
  }

  private makeRoom(leaves: number): void {
    if (leaves <= this.leafStart.length) return;
    const size = Math.max(leaves, 2 * this.leafStart.length);
    this.leaves = emptyBoxes(size);
    this.leafStart = new Int32Array(size);
    this.leafEnd = new Int32Array(size);
    this.leafRing = new Int32Array(size);
    this.leafCourse = new Uint8Array(size);
  }

  /** Cuts ring r into leaves, which are numbered from `count` on; the number after the last one. */
  private cutLeaves(r: number, count: number): number {
    const { x, y, ringStart } = this.rings;
    const { leafStart, leafEnd, leafRing, leafCourse } = this;
    const end = ringStart[r + 1]! - 1;
    let leaf = count;
    let v = ringStart[r]!;
    while (v < end) {
      const most = Math.min(v + leafEdges, end);
      const course = courseOf(x[v + 1]! - x[v]!, y[v + 1]! - y[v]!);
      const last = course <= 2 ? this.goAlong(x, y, v, most) : this.goAlong(y, x, v, most);
      leafStart[leaf] = v;
      leafEnd[leaf] = last;
      leafRing[leaf] = r;
      leafCourse[leaf] = course;
      this.boxLeaf(leaf, course, v, last);
      v = last;
      leaf++;
    }
    return leaf;
  }

  /**
   * The last vertex, `most` at most, that edges from vertex v on reach without ever turning back
   * along one axis. How far they go across it is left in `low` and `high`.
   */
  private goAlong(along: Int32Array, across: Int32Array, v: number, most: number): number {
    let low = across[v]!;
    let high = low;
    let a = along[v]!;
    let i = v;
    if (along[v + 1]! > a) {
      do {
        i++;
        a = along[i]!;
        const c = across[i]!;
        if (c < low) low = c;
        else if (c > high) high = c;
      } while (i < most && along[i + 1]! > a);
    } else {
      do {
        i++;
        a = along[i]!;
        const c = across[i]!;
        if (c < low) low = c;
        else if (c > high) high = c;
      } while (i < most && along[i + 1]! < a);
    }
    this.low = low;
    this.high = high;
    return i;
  }

  /** Writes the box of a leaf that goes from vertex v to vertex w; see {@link goAlong}. */
  private boxLeaf(leaf: number, course: number, v: number, w: number): void {
    const { minX, minY, maxX, maxY } = this.leaves;
    const along = course <= 2 ? this.rings.x : this.rings.y;
    // A leaf goes one way: along its course it reaches no farther than its ends.
    const first = along[v]!;
    const last = along[w]!;
    const near = first < last ? first : last;
    const far = first < last ? last : first;
    minX[leaf] = course <= 2 ? near : this.low;
    maxX[leaf] = course <= 2 ? far : this.high;
    minY[leaf] = course <= 2 ? this.low : near;
    maxY[leaf] = course <= 2 ? this.high : far;
  }

  /** Every pair of leaves, which is quicker than the tree for few of them. */
  private pairsMeet(count: number): boolean {
    const { minX, minY, maxX, maxY } = this.leaves;
    for (let a = 0; a < count; a++) {
      const left = minX[a]!;
      const bottom = minY[a]!;
      const right = maxX[a]!;
      const top = maxY[a]!;
      for (let b = a + 1; b < count; b++) {
        if (left > maxX[b]! || right < minX[b]! || bottom > maxY[b]! || top < minY[b]!) continue;
        if (this.leavesMeet(a, b)) return true;
      }
    }
    return false;
  }

  private treeMeets(first: number, end: number, count: number): boolean {
    let base = 1;
    while (base < count) base *= 2;
    if (this.tree.minX.length < 2 * base) this.tree = emptyBoxes(2 * base);
    const { minX, minY, maxX, maxY } = this.tree;
    minX.set(this.leaves.minX.subarray(0, count), base);
    minY.set(this.leaves.minY.subarray(0, count), base);
    maxX.set(this.leaves.maxX.subarray(0, count), base);
    maxY.set(this.leaves.maxY.subarray(0, count), base);
    for (let k = base + count; k < 2 * base; k++) {
      // Empty boxes: apart from everything.
      minX[k] = minY[k] = 2 ** 31 - 1;
      maxX[k] = maxY[k] = -(2 ** 31);
    }
    for (let k = base - 1; k > 0; k--) {
      const a = 2 * k;
      minX[k] = Math.min(minX[a]!, minX[a + 1]!);
      minY[k] = Math.min(minY[a]!, minY[a + 1]!);
      maxX[k] = Math.max(maxX[a]!, maxX[a + 1]!);
      maxY[k] = Math.max(maxY[a]!, maxY[a + 1]!);
    }
    const stack: number[] = [];
    for (let k = 1; k < base; k++) stack.push(2 * k, 2 * k + 1);
    let pairs = 0;
    while (stack.length > 0) {
      const b = stack.pop()!;
      const a = stack.pop()!;
      if (minX[a]! > maxX[b]! || maxX[a]! < minX[b]!) continue;
      if (minY[a]! > maxY[b]! || maxY[a]! < minY[b]!) continue;
      if (a >= base) {
        if (this.leavesMeet(a - base, b - base)) return true;
        if (++pairs > mostPairs * count) return ringsTouchSweep(this.rings, first, end);
      } else {
        stack.push(2 * a, 2 * b, 2 * a, 2 * b + 1, 2 * a + 1, 2 * b, 2 * a + 1, 2 * b + 1);
      }
    }
    return false;
  }

  /** Whether leaves a and b (a before b) meet where no edge of one follows one of the other. */
  private leavesMeet(a: number, b: number): boolean {
    const { leafStart, leafEnd, leafCourse, leafRing } = this;
    const { minX, minY, maxX, maxY } = this.leaves;
    const next = leafEnd[a] === leafStart[b];
    const courseA = leafCourse[a]!;
    const courseB = leafCourse[b]!;
    // A line that goes one way all along meets itself nowhere.
    if (next && courseA === courseB) return false;
    // Where they meet lies in both boxes: only edges that come there are compared.
    const left = minX[a]! > minX[b]! ? minX[a]! : minX[b]!;
    const right = maxX[a]! < maxX[b]! ? maxX[a]! : maxX[b]!;
    const bottom = minY[a]! > minY[b]! ? minY[a]! : minY[b]!;
    const top = maxY[a]! < maxY[b]! ? maxY[a]! : maxY[b]!;
    if (next) {
      // No leaf comes twice to one place along its course: there is only the vertex they share.
      if (left === right && (courseA <= 2 || courseB <= 2)) return false;
      if (bottom === top && (courseA > 2 || courseB > 2)) return false;
    }
    const startA = this.firstWithin(a, courseA <= 2 ? left : bottom, courseA <= 2 ? right : top);
    const endA = this.endWithin(a, courseA <= 2 ? left : bottom, courseA <= 2 ? right : top);
    const startB = this.firstWithin(b, courseB <= 2 ? left : bottom, courseB <= 2 ? right : top);
    const endB = this.endWithin(b, courseB <= 2 ? left : bottom, courseB <= 2 ? right : top);
    const { x, y } = this.rings;
    const ring = leafRing[a]!;
    const sameRing = ring === leafRing[b]!;
    for (let e = startA; e < endA; e++) {
      const ax = x[e]!;
      const ay = y[e]!;
      const bx = x[e + 1]!;
      const by = y[e + 1]!;
      if (ax < left ? bx < left : ax > right && bx > right) continue;
      if (ay < bottom ? by < bottom : ay > top && by > top) continue;
      for (let f = startB; f < endB; f++) {
        if (!segmentsMeet(ax, ay, bx, by, x[f]!, y[f]!, x[f + 1]!, y[f + 1]!)) continue;
        if (sameRing && follows(this.rings, ring, e, f)) {
          if (turnsBack(this.rings, e, f)) return true;
        } else if (sameRing && follows(this.rings, ring, f, e)) {
          if (turnsBack(this.rings, f, e)) return true;
        } else {
          return true;
        }
      }
    }
    return false;
  }

  /** The first edge of a leaf that comes to what lies from `low` to `high` along its course. */
  private firstWithin(leaf: number, low: number, high: number): number {
    const course = this.leafCourse[leaf]!;
    const values = course <= 2 ? this.rings.x : this.rings.y;
    let e = this.leafStart[leaf]!;
    if (course === 1 || course === 4) while (values[e + 1]! < low) e++;
    else while (values[e + 1]! > high) e++;
    return e;
  }

  /** The edge after the last one of a leaf that comes there; see {@link firstWithin}. */
  private endWithin(leaf: number, low: number, high: number): number {
    const course = this.leafCourse[leaf]!;
    const values = course <= 2 ? this.rings.x : this.rings.y;
    let e = this.leafEnd[leaf]!;
    if (course === 1 || course === 4) while (values[e - 1]! > high) e--;
    else while (values[e - 1]! < low) e--;
    return e;
  }
}
