import type { Arrangement } from './arrangement.ts';

/** How many heights are tried for the widest place. */
const tries = 4;

/**
 * A place well inside a bounded face, in (fractions of) steps: the middle of the widest stretch at
 * one of the heights that keep the farthest from all its nodes. Null for a face too thin for one.
 */
export function pointInsideFace(arrangement: Arrangement, face: number): [number, number] | null {
  const { contour, contourStart, next, noded } = arrangement;
  const edges: number[] = [];
  const levels: number[] = [];
  for (let i = contourStart[face]!; i < contourStart[face + 1]!; i++) {
    let h = contour[i]!;
    do {
      edges.push(h >> 1);
      levels.push(noded.y[noded.from[h >> 1]!]!);
      levels.push(noded.y[noded.to[h >> 1]!]!);
      h = next[h]!;
    } while (h !== contour[i]!);
  }
  levels.sort((a, b) => a - b);
  const bands: { height: number; y: number }[] = [];
  for (let i = 1; i < levels.length; i++) {
    const height = levels[i]! - levels[i - 1]!;
    if (height > 0) bands.push({ height, y: (levels[i]! + levels[i - 1]!) / 2 });
  }
  bands.sort((a, b) => b.height - a.height);
  let widest = 0;
  let found: [number, number] | null = null;
  for (const { y, height } of bands.slice(0, tries)) {
    const hits: number[] = [];
    for (const k of edges) {
      const ay = noded.y[noded.from[k]!]!;
      const by = noded.y[noded.to[k]!]!;
      if (ay > y === by > y) continue;
      const ax = noded.x[noded.from[k]!]!;
      hits.push(ax + ((y - ay) / (by - ay)) * (noded.x[noded.to[k]!]! - ax));
    }
    hits.sort((a, b) => a - b);
    for (let i = 1; i < hits.length; i += 2) {
      // The lesser of width and height says how far off the border the place is.
      const room = Math.min(hits[i]! - hits[i - 1]!, height);
      if (room > widest) {
        widest = room;
        found = [(hits[i]! + hits[i - 1]!) / 2, y];
      }
    }
  }
  return found;
}
