import Flatbush from 'flatbush';
import type { Arrangement } from './arrangement.ts';
import type { CoverageRings } from './coverage-rings.ts';
import { windingAt } from './winding-at.ts';

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
  for (let k = 0; k < noded.pieceCount; k++) {
    if (sums[face[2 * k]!]! > base || sums[face[2 * k + 1]!]! > base) contour.push(k);
  }
  if (contour.length === 0) return new Int32Array(0);
  const borders = new Flatbush(contour.length);
  for (const k of contour) {
    const ax = noded.x[noded.from[k]!]!;
    const ay = noded.y[noded.from[k]!]!;
    const bx = noded.x[noded.to[k]!]!;
    const by = noded.y[noded.to[k]!]!;
    borders.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  borders.finish();
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
  for (let r = 0; r < ringCount; r++) {
    const start = ringStart[r]!;
    const end = ringStart[r + 1]! - 1;
    const [left, bottom, right, top] = ringBox.subarray(4 * r, 4 * r + 4) as unknown as number[];
    if (left! > borders.maxX || right! < borders.minX) continue;
    if (bottom! > borders.maxY || top! < borders.minY) continue;
    if (!borders.collides(left!, bottom!, right!, top!)) {
      if (inExcess(start)) for (let e = start; e < end; e++) take(e);
      continue;
    }
    // Runs of edges that stay clear of all borders lie on one side of them as a whole.
    let runStart = -1;
    for (let e = start; e <= end; e++) {
      const near =
        e === end ||
        borders.collides(
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
