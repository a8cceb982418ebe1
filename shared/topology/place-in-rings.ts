import { toPosition } from './coverage-grid.ts';
import type { CoverageRings } from './coverage-rings.ts';

/**
 * A position inside a polygon whose rings are those from `first` to before `end`: the middle of the
 * longest stretch of a line across it at half its height. Found in one pass, so for places by the
 * thousand; null without rings. In degrees or metres, as the grid says.
 */
export function placeInRings(
  { grid, x, y, ringStart, ringBox }: CoverageRings,
  first: number,
  end: number,
): [number, number] | null {
  const low = ringBox[4 * first + 1]!;
  const high = ringBox[4 * first + 3]!;
  // Between two steps the line meets no vertex.
  const level = Math.floor((low + high) / 2) + 0.5;
  const cuts: number[] = [];
  for (let r = first; r < end; r++) {
    const last = ringStart[r + 1]! - 1;
    for (let e = ringStart[r]!; e < last; e++) {
      const ay = y[e]!;
      const by = y[e + 1]!;
      if (ay > level === by > level) continue;
      cuts.push(x[e]! + ((level - ay) / (by - ay)) * (x[e + 1]! - x[e]!));
    }
  }
  cuts.sort((a, b) => a - b);
  let best = -1;
  let longest = 0;
  for (let i = 1; i < cuts.length; i += 2) {
    const length = cuts[i]! - cuts[i - 1]!;
    if (length <= longest) continue;
    longest = length;
    best = i;
  }
  if (best === -1) return null;
  return toPosition(grid, (cuts[best]! + cuts[best - 1]!) / 2, level);
}
