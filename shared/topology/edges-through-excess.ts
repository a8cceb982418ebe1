import type { Arrangement } from './arrangement.ts';
import { type Box, boxCollider } from './box-collider.ts';
import { BoxRaster } from './box-raster.ts';
import type { CoverageRings } from './coverage-rings.ts';
import type { NodedSegments } from './node-segments.ts';
import { windingAt } from './winding-at.ts';

function boxOf({ x, y, from, to }: NodedSegments, piece: number): Box {
  const ax = x[from[piece]!]!;
  const ay = y[from[piece]!]!;
  const bx = x[to[piece]!]!;
  const by = y[to[piece]!]!;
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

function joined(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/**
 * The cancelled edges that run through ground where too many parties stand: borders between the
 * zones under it. Some that only come near are among them.
 *
 * `sums` says for each face how many parties stand over it (less the boundary), and more than `base`
 * is too many. Sums are windings plus what `irregularAt` adds for parties that do not wind rightly.
 */
export function edgesThroughExcess(
  rings: CoverageRings,
  cancelled: Uint8Array,
  residue: Arrangement,
  sums: Int32Array,
  base: number,
  irregularAt: (x: number, y: number) => number,
): Int32Array {
  const { segments, noded, face } = residue;
  const contour: number[] = [];
  const boxes = new Map<number, Box>();
  for (let k = 0; k < noded.pieceCount; k++) {
    const sides = [face[2 * k]!, face[2 * k + 1]!].filter((side) => sums[side]! > base);
    if (sides.length === 0) continue;
    contour.push(k);
    const box = boxOf(noded, k);
    for (const side of sides) {
      const around = boxes.get(side);
      boxes.set(side, around === undefined ? box : joined(around, box));
    }
  }
  if (contour.length === 0) return new Int32Array(0);
  const meetsBorder = boxCollider(contour.map((k) => boxOf(noded, k)));
  const meetsGround = boxCollider([...boxes.values()]);
  const { x, y, ringStart, ringBox } = rings;
  const ringCount = rings.ringParty.length;
  const edges: number[] = [];
  function take(e: number): void {
    if (cancelled[e] === 1) edges.push(e);
  }
  function inExcess(e: number): boolean {
    const winding = windingAt(segments, noded.index!, x[e]!, y[e]!);
    return winding + irregularAt(x[e]!, y[e]!) > base;
  }
  const raster = new BoxRaster([...boxes.values()]);
  for (let r = 0; r < ringCount; r++) {
    const left = ringBox[4 * r]!;
    const bottom = ringBox[4 * r + 1]!;
    const right = ringBox[4 * r + 2]!;
    const top = ringBox[4 * r + 3]!;
    if (!raster.mayMeet(left, bottom, right, top)) continue;
    const start = ringStart[r]!;
    const end = ringStart[r + 1]! - 1;
    if (!meetsGround(left, bottom, right, top)) continue;
    if (!meetsBorder(left, bottom, right, top)) {
      if (inExcess(start)) for (let e = start; e < end; e++) take(e);
      continue;
    }
    // Runs of edges that stay clear of all borders lie on one side of them as a whole.
    let runStart = -1;
    for (let e = start; e <= end; e++) {
      const near =
        e === end ||
        meetsBorder(
          Math.min(x[e]!, x[e + 1]!),
          Math.min(y[e]!, y[e + 1]!),
          Math.max(x[e]!, x[e + 1]!),
          Math.max(y[e]!, y[e + 1]!),
        );
      if (!near) {
        if (runStart === -1) runStart = e;
        continue;
      }
      if (runStart !== -1 && inExcess(runStart)) for (let f = runStart; f < e; f++) take(f);
      runStart = -1;
      if (e < end) take(e);
    }
  }
  return Int32Array.from(edges);
}
