import type { Arrangement } from './arrangement.ts';
import type { CoverageGrid } from './coverage-grid.ts';
import { ringArea } from './ring-area.ts';

/** Area of one bounded face in m². */
export function faceArea(arrangement: Arrangement, face: number, grid: CoverageGrid): number {
  const { contour, contourStart, next, noded } = arrangement;
  let sum = 0;
  for (let i = contourStart[face]!; i < contourStart[face + 1]!; i++) {
    const xs: number[] = [];
    const ys: number[] = [];
    let h = contour[i]!;
    do {
      const node = h & 1 ? noded.to[h >> 1]! : noded.from[h >> 1]!;
      xs.push(noded.x[node]!);
      ys.push(noded.y[node]!);
      h = next[h]!;
    } while (h !== contour[i]!);
    xs.push(xs[0]!);
    ys.push(ys[0]!);
    sum += ringArea(grid, xs, ys, 0, xs.length);
  }
  return sum;
}
