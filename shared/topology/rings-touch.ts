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
export function ringTouchSearch(rings: CoverageRings): (party: number) => boolean {
  const { x, y, ringStart, partyRing } = rings;
  let most = 0;
  for (let p = 0; p + 1 < partyRing.length; p++) {
    let leaves = 0;
    for (let r = partyRing[p]!; r < partyRing[p + 1]!; r++) {
      leaves += Math.ceil((ringStart[r + 1]! - ringStart[r]! - 1) / leafEdges);
    }
    if (leaves > most) most = leaves;
  }
  let width = 1;
  while (width < most) width *= 2;
  // An implicit binary tree: node k has children 2k and 2k + 1, leaves stand from `base` on.
  const minX = new Int32Array(2 * width);
  const minY = new Int32Array(2 * width);
  const maxX = new Int32Array(2 * width);
  const maxY = new Int32Array(2 * width);
  const leafStart = new Int32Array(width + 1);
  const leafEnd = new Int32Array(width + 1);
  const leafRing = new Int32Array(width + 1);
  const leafCourse = new Uint8Array(width + 1);
  const stack: number[] = [];

  function boxesApart(a: number, b: number): boolean {
    return minX[a]! > maxX[b]! || maxX[a]! < minX[b]! || minY[a]! > maxY[b]! || maxY[a]! < minY[b]!;
  }

  function edgesMeet(e: number, f: number): boolean {
    return segmentsMeet(x[e]!, y[e]!, x[e + 1]!, y[e + 1]!, x[f]!, y[f]!, x[f + 1]!, y[f + 1]!);
  }

  /** Whether an edge goes straight back over the one before it. */
  function turnsBack(e: number, f: number): boolean {
    const ax = x[e + 1]! - x[e]!;
    const ay = y[e + 1]! - y[e]!;
    const bx = x[f + 1]! - x[f]!;
    const by = y[f + 1]! - y[f]!;
    return ax * bx + ay * by < 0 && cross(ax, ay, bx, by) === 0;
  }

  function withinLeaf(leaf: number): boolean {
    const end = leafEnd[leaf]!;
    for (let e = leafStart[leaf]!; e < end; e++) {
      if (e + 1 < end && turnsBack(e, e + 1)) return true;
      for (let f = e + 2; f < end; f++) {
        if (edgesMeet(e, f) && !follows(f, e, leafRing[leaf]!)) return true;
      }
    }
    return false;
  }

  /** Whether edge f follows edge e in ring r. */
  function follows(e: number, f: number, r: number): boolean {
    return f === e + 1 || (e === ringStart[r + 1]! - 2 && f === ringStart[r]!);
  }

  function betweenLeaves(a: number, b: number, base: number): boolean {
    // A line that goes one way all along meets itself nowhere.
    if (leafEnd[a] === leafStart[b] && (leafCourse[a]! & leafCourse[b]!) !== 0) return false;
    const ring = leafRing[a]!;
    const sameRing = ring === leafRing[b]!;
    const k = base + b;
    const left = minX[k]!;
    const bottom = minY[k]!;
    const right = maxX[k]!;
    const top = maxY[k]!;
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
        if (sameRing && follows(e, f, ring)) {
          if (turnsBack(e, f)) return true;
        } else if (sameRing && follows(f, e, ring)) {
          if (turnsBack(f, e)) return true;
        } else {
          return true;
        }
      }
    }
    return false;
  }

  /** Every pair of leaves, which is quicker than the tree for few of them. */
  function anyPairMeets(leaves: number, base: number): boolean {
    const end = base + leaves;
    for (let a = base; a < end; a++) {
      const left = minX[a]!;
      const bottom = minY[a]!;
      const right = maxX[a]!;
      const top = maxY[a]!;
      for (let b = a + 1; b < end; b++) {
        if (left > maxX[b]! || right < minX[b]! || bottom > maxY[b]! || top < minY[b]!) continue;
        if (betweenLeaves(a - base, b - base, base)) return true;
      }
    }
    return false;
  }

  return (party) => {
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
    if (leaves === 0) return false;
    let base = 1;
    while (base < leaves) base *= 2;
    for (let leaf = 0; leaf < leaves; leaf++) {
      const end = leafEnd[leaf]!;
      const start = leafStart[leaf]!;
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
      if (course === 0 && withinLeaf(leaf)) return true;
    }
    if (leaves <= fewLeaves) return anyPairMeets(leaves, base);
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
    stack.length = 0;
    for (let k = 1; k < base; k++) stack.push(2 * k, 2 * k + 1);
    while (stack.length > 0) {
      const b = stack.pop()!;
      const a = stack.pop()!;
      if (boxesApart(a, b)) continue;
      if (a >= base) {
        if (betweenLeaves(a - base, b - base, base)) return true;
      } else {
        stack.push(2 * a, 2 * b, 2 * a, 2 * b + 1, 2 * a + 1, 2 * b, 2 * a + 1, 2 * b + 1);
      }
    }
    return false;
  };
}
