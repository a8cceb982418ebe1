import type { Arrangement } from './arrangement.ts';
import { doubleArea, ringArea } from './ring-area.ts';
import { simpleLoops } from './simple-loops.ts';
import type { CoverageGrid } from './coverage-grid.ts';

/** A closed ring in (fractions of) grid steps. */
export interface StepRing {
  x: Float64Array;
  y: Float64Array;
}

/** Connected ground of faces with one label, as one polygon. */
export interface Region {
  label: number;
  faces: number[];
  /** The outer ring counter-clockwise, then holes clockwise. */
  rings: StepRing[];
  areaM2: number;
  /** Half-edges of its border, the region on their left. */
  border: number[];
}

/** The loop from its lowest leftmost node on: the same wherever the walk began. */
function fromLowest(loop: readonly number[], x: Float64Array, y: Float64Array): number[] {
  let first = 0;
  for (let i = 1; i < loop.length; i++) {
    const dx = x[loop[i]!]! - x[loop[first]!]!;
    if (dx < 0 || (dx === 0 && y[loop[i]!]! < y[loop[first]!]!)) first = i;
  }
  return [...loop.slice(first), ...loop.slice(0, first)];
}

/**
 * Joins faces with the same label that share a piece into regions; faces labelled -1 are left out.
 * Ground that touches only in a node stays apart. Regions come in the order of their first face. Their rings are
 * the same to the last bit whatever else is in the arrangement.
 */
export function dissolveFaces(
  arrangement: Arrangement,
  labels: Int32Array,
  grid: CoverageGrid,
): Region[] {
  const { noded, next, face, faceCount } = arrangement;
  const { pieceCount, from, to, x, y } = noded;
  const parent = Int32Array.from({ length: faceCount }, (_, f) => f);
  function root(of: number): number {
    let f = of;
    while (parent[f] !== f) {
      parent[f] = parent[parent[f]!]!;
      f = parent[f]!;
    }
    return f;
  }
  for (let k = 0; k < pieceCount; k++) {
    const left = face[2 * k]!;
    const right = face[2 * k + 1]!;
    if (labels[left] === -1 || labels[left] !== labels[right]) continue;
    const a = root(left);
    const b = root(right);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const regions = new Map<number, Region>();
  for (let f = 0; f < faceCount; f++) {
    const label = labels[f]!;
    if (label === -1) continue;
    const first = root(f);
    const region = regions.get(first);
    if (region === undefined)
      regions.set(first, { label, faces: [f], rings: [], areaM2: 0, border: [] });
    else region.faces.push(f);
  }

  const done = new Uint8Array(2 * pieceCount);
  for (let start = 0; start < 2 * pieceCount; start++) {
    if (done[start] === 1 || labels[face[start]!] === -1) continue;
    const own = root(face[start]!);
    if (root(face[start ^ 1]!) === own) continue;
    const walk: number[] = [];
    const region = regions.get(own)!;
    let h = start;
    do {
      done[h] = 1;
      region.border.push(h);
      walk.push(h & 1 ? to[h >> 1]! : from[h >> 1]!);
      h = next[h]!;
      // Pieces with the region on both sides are not its border: turn past them.
      while (root(face[h ^ 1]!) === own) h = next[h ^ 1]!;
    } while (h !== start);
    for (const simple of simpleLoops(walk)) {
      const loop = fromLowest(simple, x, y);
      loop.push(loop[0]!);
      region.rings.push({
        x: Float64Array.from(loop, (node) => x[node]!),
        y: Float64Array.from(loop, (node) => y[node]!),
      });
    }
  }
  for (const region of regions.values()) {
    region.rings.sort(
      (a, b) =>
        doubleArea(b.x, b.y, 0, b.x.length) - doubleArea(a.x, a.y, 0, a.x.length) ||
        a.x[0]! - b.x[0]! ||
        a.y[0]! - b.y[0]!,
    );
    for (const ring of region.rings) {
      region.areaM2 += ringArea(grid, ring.x, ring.y, 0, ring.x.length);
    }
  }
  return [...regions.values()];
}
