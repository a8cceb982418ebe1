import type { CoverageRings } from './coverage-rings.ts';
import { cross } from './orientation.ts';
import { segmentsMeet } from './segments-meet.ts';

/** Edges per box at the lowest level of the search. */
const leafEdges = 8;
/** Up to so many boxes, all pairs are looked at. */
const fewLeaves = 48;

/**
 * Finds out, party by party, whether rings touch themselves or one another anywhere but where one
 * edge follows another. A party whose rings do not is made of simple, disjoint rings. Built once
 * for a coverage, because its scratch space is shared by all parties.
 *
 * Leaves are boxes of up to eight consecutive edges; pairs of boxes that overlap are looked into,
 * unless their edges all go one way (east, west, north or south), as most lines do for a stretch.
 * Long rings get levels of boxes above the leaves, so that the search stays nearly linear.
 */
export class RingTouchSearch {
  private readonly rings: CoverageRings;
  // An implicit binary tree: node k has children 2k and 2k + 1, leaves stand from `base` on.
  private readonly minX: Int32Array;
  private readonly minY: Int32Array;
  private readonly maxX: Int32Array;
  private readonly maxY: Int32Array;
  private readonly leafStart: Int32Array;
  private readonly leafEnd: Int32Array;
  private readonly leafRing: Int32Array;
  /** Directions that all edges of a leaf take: 1 east, 2 west, 4 north, 8 south. */
  private readonly leafCourse: Uint8Array;

  constructor(rings: CoverageRings) {
    const { ringStart, partyRing } = rings;
    let most = 1;
    for (let p = 0; p + 1 < partyRing.length; p++) {
      let leaves = 0;
      for (let r = partyRing[p]!; r < partyRing[p + 1]!; r++) {
        leaves += Math.ceil((ringStart[r + 1]! - ringStart[r]! - 1) / leafEdges);
      }
      most = Math.max(most, leaves);
    }
    let width = 1;
    while (width < most) width *= 2;
    this.rings = rings;
    this.minX = new Int32Array(2 * width);
    this.minY = new Int32Array(2 * width);
    this.maxX = new Int32Array(2 * width);
    this.maxY = new Int32Array(2 * width);
    this.leafStart = new Int32Array(width);
    this.leafEnd = new Int32Array(width);
    this.leafRing = new Int32Array(width);
    this.leafCourse = new Uint8Array(width);
  }

  /** Whether some ring of the party touches itself or another of its rings. */
  touches(party: number): boolean {
    const leaves = this.cutLeaves(party);
    if (leaves === 0) return false;
    let base = 1;
    while (base < leaves) base *= 2;
    this.fillLeaves(leaves, base);
    for (let leaf = 0; leaf < leaves; leaf++) {
      if (this.leafCourse[leaf] === 0 && this.withinLeaf(leaf)) return true;
    }
    return leaves <= fewLeaves ? this.pairsMeet(leaves, base) : this.treeMeets(leaves, base);
  }

  private cutLeaves(party: number): number {
    const { leafStart, leafEnd, leafRing } = this;
    const { ringStart, partyRing } = this.rings;
    let leaves = 0;
    for (let r = partyRing[party]!; r < partyRing[party + 1]!; r++) {
      const end = ringStart[r + 1]! - 1;
      for (let e = ringStart[r]!; e < end; e += leafEdges) {
        leafStart[leaves] = e;
        leafEnd[leaves] = Math.min(e + leafEdges, end);
        leafRing[leaves] = r;
        leaves++;
      }
    }
    return leaves;
  }

  private fillLeaves(leaves: number, base: number): void {
    const { minX, minY, maxX, maxY, leafStart, leafEnd, leafCourse } = this;
    const { x, y } = this.rings;
    for (let leaf = 0; leaf < leaves; leaf++) {
      const start = leafStart[leaf]!;
      const end = leafEnd[leaf]!;
      let lastX = x[start]!;
      let lastY = y[start]!;
      let left = lastX;
      let bottom = lastY;
      let right = lastX;
      let top = lastY;
      let course = 15;
      for (let v = start + 1; v <= end; v++) {
        const vx = x[v]!;
        const vy = y[v]!;
        course &= (vx > lastX ? 1 : vx < lastX ? 2 : 0) | (vy > lastY ? 4 : vy < lastY ? 8 : 0);
        if (vx < left) left = vx;
        else if (vx > right) right = vx;
        if (vy < bottom) bottom = vy;
        else if (vy > top) top = vy;
        lastX = vx;
        lastY = vy;
      }
      const k = base + leaf;
      minX[k] = left;
      minY[k] = bottom;
      maxX[k] = right;
      maxY[k] = top;
      leafCourse[leaf] = course;
    }
  }

  /** Every pair of leaves, which is quicker than the tree for few of them. */
  private pairsMeet(leaves: number, base: number): boolean {
    const { minX, minY, maxX, maxY } = this;
    const end = base + leaves;
    for (let a = base; a < end; a++) {
      const left = minX[a]!;
      const bottom = minY[a]!;
      const right = maxX[a]!;
      const top = maxY[a]!;
      for (let b = a + 1; b < end; b++) {
        if (left > maxX[b]! || right < minX[b]! || bottom > maxY[b]! || top < minY[b]!) continue;
        if (this.leavesMeet(a - base, b - base, base)) return true;
      }
    }
    return false;
  }

  private treeMeets(leaves: number, base: number): boolean {
    const { minX, minY, maxX, maxY } = this;
    for (let k = base + leaves; k < 2 * base; k++) {
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
    while (stack.length > 0) {
      const b = stack.pop()!;
      const a = stack.pop()!;
      if (minX[a]! > maxX[b]! || maxX[a]! < minX[b]!) continue;
      if (minY[a]! > maxY[b]! || maxY[a]! < minY[b]!) continue;
      if (a >= base) {
        if (this.leavesMeet(a - base, b - base, base)) return true;
      } else {
        stack.push(2 * a, 2 * b, 2 * a, 2 * b + 1, 2 * a + 1, 2 * b, 2 * a + 1, 2 * b + 1);
      }
    }
    return false;
  }

  private withinLeaf(leaf: number): boolean {
    const { x, y } = this.rings;
    const ring = this.leafRing[leaf]!;
    const end = this.leafEnd[leaf]!;
    for (let e = this.leafStart[leaf]!; e < end; e++) {
      if (e + 1 < end && this.turnsBack(e, e + 1)) return true;
      for (let f = e + 2; f < end; f++) {
        if (!segmentsMeet(x[e]!, y[e]!, x[e + 1]!, y[e + 1]!, x[f]!, y[f]!, x[f + 1]!, y[f + 1]!)) {
          continue;
        }
        if (!this.follows(f, e, ring) || this.turnsBack(f, e)) return true;
      }
    }
    return false;
  }

  private leavesMeet(a: number, b: number, base: number): boolean {
    const { leafStart, leafEnd, leafCourse, leafRing } = this;
    // A line that goes one way all along meets itself nowhere.
    if (leafEnd[a] === leafStart[b] && (leafCourse[a]! & leafCourse[b]!) !== 0) return false;
    const { x, y } = this.rings;
    const ring = leafRing[a]!;
    const sameRing = ring === leafRing[b]!;
    const left = this.minX[base + b]!;
    const bottom = this.minY[base + b]!;
    const right = this.maxX[base + b]!;
    const top = this.maxY[base + b]!;
    const endA = leafEnd[a]!;
    const startB = leafStart[b]!;
    const endB = leafEnd[b]!;
    for (let e = leafStart[a]!; e < endA; e++) {
      const ax = x[e]!;
      const bx = x[e + 1]!;
      if ((ax < left && bx < left) || (ax > right && bx > right)) continue;
      const ay = y[e]!;
      const by = y[e + 1]!;
      if ((ay < bottom && by < bottom) || (ay > top && by > top)) continue;
      for (let f = startB; f < endB; f++) {
        if (!segmentsMeet(ax, ay, bx, by, x[f]!, y[f]!, x[f + 1]!, y[f + 1]!)) continue;
        if (sameRing && this.follows(e, f, ring)) {
          if (this.turnsBack(e, f)) return true;
        } else if (sameRing && this.follows(f, e, ring)) {
          if (this.turnsBack(f, e)) return true;
        } else {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether edge f follows edge e in ring r. */
  private follows(e: number, f: number, r: number): boolean {
    const { ringStart } = this.rings;
    return f === e + 1 || (e === ringStart[r + 1]! - 2 && f === ringStart[r]!);
  }

  /** Whether an edge goes straight back over the one before it. */
  private turnsBack(e: number, f: number): boolean {
    const { x, y } = this.rings;
    const ax = x[e + 1]! - x[e]!;
    const ay = y[e + 1]! - y[e]!;
    const bx = x[f + 1]! - x[f]!;
    const by = y[f + 1]! - y[f]!;
    return ax * bx + ay * by < 0 && cross(ax, ay, bx, by) === 0;
  }
}
