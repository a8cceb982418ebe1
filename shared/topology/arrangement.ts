import type { NodedSegments } from './node-segments.ts';
import { orientation, cross } from './orientation.ts';
import type { Segments } from './segments.ts';

/**
 * The faces into which segments divide the plane. Piece k has two half-edges, 2k from its `from` to
 * its `to` and 2k + 1 back; each has a face on its left. Face 0 is the unbounded one.
 */
export interface Arrangement {
  segments: Segments;
  noded: NodedSegments;
  /** The half-edge that follows each one round its face, keeping the face on the left. */
  next: Int32Array;
  /** Face on the left of each half-edge. */
  face: Int32Array;
  faceCount: number;
  /** Sum of the winding numbers of all segments' rings over each face. */
  winding: Int32Array;
  /** One half-edge of each contour of each face: `contour[contourStart[f] …]`. */
  contourStart: Int32Array;
  contour: Int32Array;
}

/** 0 below the axis, 1 from the positive x-axis up, 2 on the negative x-axis: counter-clockwise. */
function sector(dx: number, dy: number): number {
  if (dy < 0) return 0;
  return dy > 0 || dx > 0 ? 1 : 2;
}

/** Half-edges out of each node, counter-clockwise from the negative x-axis on. */
function fans(segments: Segments, noded: NodedSegments): { fanStart: Int32Array; fan: Int32Array } {
  const { from, to, pieceCount, nodeCount, segment, along } = noded;
  const fanStart = new Int32Array(nodeCount + 1);
  for (let k = 0; k < pieceCount; k++) {
    fanStart[from[k]! + 1]!++;
    fanStart[to[k]! + 1]!++;
  }
  for (let n = 0; n < nodeCount; n++) fanStart[n + 1]! += fanStart[n]!;
  const fill = fanStart.slice(0, nodeCount);
  const fan = new Int32Array(2 * pieceCount);
  for (let k = 0; k < pieceCount; k++) {
    fan[fill[from[k]!]!++] = 2 * k;
    fan[fill[to[k]!]!++] = 2 * k + 1;
  }
  function compare(g: number, h: number): number {
    const gs = segment[g >> 1]!;
    const hs = segment[h >> 1]!;
    const gSign = (g & 1 ? -1 : 1) * along[g >> 1]!;
    const hSign = (h & 1 ? -1 : 1) * along[h >> 1]!;
    const gx = (segments.bx[gs]! - segments.ax[gs]!) * gSign;
    const gy = (segments.by[gs]! - segments.ay[gs]!) * gSign;
    const hx = (segments.bx[hs]! - segments.ax[hs]!) * hSign;
    const hy = (segments.by[hs]! - segments.ay[hs]!) * hSign;
    return sector(gx, gy) - sector(hx, hy) || -cross(gx, gy, hx, hy);
  }
  for (let n = 0; n < nodeCount; n++) {
    const first = fanStart[n]!;
    const degree = fanStart[n + 1]! - first;
    if (degree > 2) {
      fan.subarray(first, first + degree).sort(compare);
    } else if (degree === 2 && compare(fan[first]!, fan[first + 1]!) > 0) {
      const kept = fan[first]!;
      fan[first] = fan[first + 1]!;
      fan[first + 1] = kept;
    }
  }
  return { fanStart, fan };
}

/** Number of the connected component of each node, and the lowest leftmost node of each. */
function components(noded: NodedSegments): { component: Int32Array; extreme: number[] } {
  const { nodeCount, pieceCount, from, to, x, y, whole } = noded;
  const parent = Int32Array.from({ length: nodeCount }, (_, n) => n);
  function root(node: number): number {
    let n = node;
    while (parent[n] !== n) {
      parent[n] = parent[parent[n]!]!;
      n = parent[n]!;
    }
    return n;
  }
  for (let k = 0; k < pieceCount; k++) parent[root(from[k]!)] = root(to[k]!);
  const component = new Int32Array(nodeCount).fill(-1);
  const numbers = new Int32Array(nodeCount).fill(-1);
  const extreme: number[] = [];
  const used = new Uint8Array(nodeCount);
  for (let k = 0; k < pieceCount; k++) used[from[k]!] = used[to[k]!] = 1;
  for (let n = 0; n < nodeCount; n++) {
    if (used[n] === 0) continue;
    const r = root(n);
    if (numbers[r] === -1) numbers[r] = extreme.push(-1) - 1;
    const c = numbers[r]!;
    component[n] = c;
    // Crossings lie inside segments, so the extreme place is always a segment's end.
    if (whole[n] === 0) continue;
    const best = extreme[c]!;
    if (best === -1 || x[n]! < x[best]! || (x[n] === x[best] && y[n]! < y[best]!)) extreme[c] = n;
  }
  return { component, extreme };
}

/** The half-edge on whose left a component lies, seen from its extreme node, and its winding. */
function locate(
  segments: Segments,
  noded: NodedSegments,
  component: Int32Array,
  node: number,
): { beside: number; winding: number } {
  const { ax, ay, bx, by, weight } = segments;
  const { x, y, from, to, pieceStart, pieceOf, along, segment } = noded;
  const px = x[node]!;
  const py = y[node]!;
  const own = component[node]!;
  let winding = 0;
  let nearest = -1;
  let nearestX = 0;
  const index = noded.index!;
  index.search(index.minX, py, px, py, (s) => {
    const up = by[s]! > ay[s]!;
    const low = up ? ay[s]! : by[s]!;
    const high = up ? by[s]! : ay[s]!;
    // The ray runs left, a trifle above py: ends on it count as below.
    if (py < low || py >= high || component[from[pieceOf[pieceStart[s]!]!]!] === own) return false;
    const side = orientation(ax[s]!, ay[s]!, bx[s]!, by[s]!, px, py);
    if (up ? side > 0 : side < 0) return false;
    winding += up ? -weight[s]! : weight[s]!;
    const t = (py - ay[s]!) / (by[s]! - ay[s]!);
    const hitX = ax[s]! + t * (bx[s]! - ax[s]!);
    if (nearest !== -1) {
      if (hitX < nearestX) return false;
      if (hitX === nearestX) {
        const slope = (bx[s]! - ax[s]!) / (by[s]! - ay[s]!);
        const other = (bx[nearest]! - ax[nearest]!) / (by[nearest]! - ay[nearest]!);
        if (slope <= other) return false;
      }
    }
    nearest = s;
    nearestX = hitX;
    return false;
  });
  if (nearest === -1) return { beside: -1, winding };
  for (let i = pieceStart[nearest]!; i < pieceStart[nearest + 1]!; i++) {
    const k = pieceOf[i]!;
    const u = from[k]!;
    const v = to[k]!;
    const up = y[v]! > y[u]!;
    if (py >= y[up ? u : v]! && py < y[up ? v : u]!) {
      // The component lies to the right of the piece on the map: left of its downward half-edge.
      const downward = (by[segment[k]!]! - ay[segment[k]!]!) * along[k]! < 0 ? 2 * k : 2 * k + 1;
      return { beside: downward, winding };
    }
  }
  return { beside: -1, winding };
}

/** Builds the faces of noded segments with their winding numbers. Exact but for places as doubles. */
export function arrange(segments: Segments, noded: NodedSegments): Arrangement {
  const { pieceCount, from, to } = noded;
  const { fanStart, fan } = fans(segments, noded);
  const position = new Int32Array(2 * pieceCount);
  for (let i = 0; i < fan.length; i++) position[fan[i]!] = i;
  const next = new Int32Array(2 * pieceCount);
  for (let h = 0; h < 2 * pieceCount; h++) {
    const end = h & 1 ? from[h >> 1]! : to[h >> 1]!;
    const i = position[h ^ 1]!;
    next[h] = fan[i === fanStart[end]! ? fanStart[end + 1]! - 1 : i - 1]!;
  }

  const cycle = new Int32Array(2 * pieceCount).fill(-1);
  const cycleEdge: number[] = [];
  for (let h = 0; h < 2 * pieceCount; h++) {
    if (cycle[h] !== -1) continue;
    const number = cycleEdge.push(h) - 1;
    for (let g = h; cycle[g] === -1; g = next[g]!) cycle[g] = number;
  }

  const { component, extreme } = components(noded);
  // Outer contours go round a component; every other cycle is the outline of a face of its own.
  const outer = new Int32Array(extreme.length);
  const isOuter = new Uint8Array(cycleEdge.length);
  for (let c = 0; c < extreme.length; c++) {
    outer[c] = cycle[fan[fanStart[extreme[c]! + 1]! - 1]!]!;
    isOuter[outer[c]!] = 1;
  }
  const faceOfCycle = new Int32Array(cycleEdge.length);
  let faceCount = 1;
  for (let i = 0; i < cycleEdge.length; i++) faceOfCycle[i] = isOuter[i] === 1 ? 0 : faceCount++;
  const base = new Int32Array(extreme.length);
  const inside = new Int32Array(extreme.length).fill(-1);
  for (let c = 0; c < extreme.length; c++) {
    const place = locate(segments, noded, component, extreme[c]!);
    base[c] = place.winding;
    if (place.beside !== -1) inside[c] = cycle[place.beside]!;
  }
  for (let c = 0; c < extreme.length; c++) {
    // A component beside the outside of another lies where that one lies.
    let around = inside[c]!;
    let steps = 0;
    while (around !== -1 && isOuter[around] === 1 && steps++ <= extreme.length) {
      const edge = cycleEdge[around]!;
      around = inside[component[from[edge >> 1]!]!]!;
    }
    faceOfCycle[outer[c]!] = around === -1 ? 0 : faceOfCycle[around]!;
  }

  const face = new Int32Array(2 * pieceCount);
  for (let h = 0; h < 2 * pieceCount; h++) face[h] = faceOfCycle[cycle[h]!]!;
  const winding = windings(noded, { cycle, cycleEdge, next, outer, base, faceOfCycle, faceCount });
  const contourStart = new Int32Array(faceCount + 1);
  for (let i = 0; i < cycleEdge.length; i++) contourStart[faceOfCycle[i]! + 1]!++;
  for (let f = 0; f < faceCount; f++) contourStart[f + 1]! += contourStart[f]!;
  const contour = new Int32Array(cycleEdge.length);
  const fill = contourStart.slice(0, faceCount);
  for (let i = 0; i < cycleEdge.length; i++) contour[fill[faceOfCycle[i]!]!++] = cycleEdge[i]!;
  return { segments, noded, next, face, faceCount, winding, contourStart, contour };
}

interface Cycles {
  cycle: Int32Array;
  cycleEdge: number[];
  next: Int32Array;
  outer: Int32Array;
  base: Int32Array;
  faceOfCycle: Int32Array;
  faceCount: number;
}

/** Winding number of each face: known round each component, then from neighbour to neighbour. */
function windings(noded: NodedSegments, cycles: Cycles): Int32Array {
  const { cycle, cycleEdge, next, outer, base, faceOfCycle, faceCount } = cycles;
  const known = new Uint8Array(cycleEdge.length);
  const value = new Int32Array(cycleEdge.length);
  const winding = new Int32Array(faceCount);
  const queue: number[] = [];
  for (let c = 0; c < outer.length; c++) {
    known[outer[c]!] = 1;
    value[outer[c]!] = base[c]!;
    queue.push(outer[c]!);
  }
  while (queue.length > 0) {
    const i = queue.pop()!;
    winding[faceOfCycle[i]!] = value[i]!;
    const first = cycleEdge[i]!;
    let h = first;
    do {
      const other = cycle[h ^ 1]!;
      if (known[other] === 0) {
        known[other] = 1;
        const gain = noded.weight[h >> 1]! * (h & 1 ? -1 : 1);
        value[other] = value[i]! - gain;
        queue.push(other);
      }
      h = next[h]!;
    } while (h !== first);
  }
  return winding;
}
