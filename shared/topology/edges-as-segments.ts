import type { CoverageRings } from './coverage-rings.ts';
import type { Segments } from './segments.ts';

/** Edges as segments; those that cancel, and those of irregular parties, weigh nothing. */
export function edgesAsSegments(
  rings: CoverageRings,
  edges: Int32Array,
  weighs: (edge: number) => boolean,
): Segments {
  const { x, y } = rings;
  const count = edges.length;
  const segments: Segments = {
    count,
    ax: new Int32Array(count),
    ay: new Int32Array(count),
    bx: new Int32Array(count),
    by: new Int32Array(count),
    weight: new Int8Array(count),
  };
  for (let s = 0; s < count; s++) {
    const e = edges[s]!;
    segments.ax[s] = x[e]!;
    segments.ay[s] = y[e]!;
    segments.bx[s] = x[e + 1]!;
    segments.by[s] = y[e + 1]!;
    segments.weight[s] = weighs(e) ? 1 : 0;
  }
  return segments;
}

/** All edges of the rings from `first` to before `end`. */
export function ringEdges(rings: CoverageRings, first: number, end: number): Int32Array {
  const edges: number[] = [];
  for (let r = first; r < end; r++) {
    for (let e = rings.ringStart[r]!; e < rings.ringStart[r + 1]! - 1; e++) edges.push(e);
  }
  return Int32Array.from(edges);
}
