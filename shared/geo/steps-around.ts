import type { Bounds } from './bounds.ts';
import { toGrid } from './grid.ts';
import { earthRadiusM, radiansPerDegree } from './ring-area.ts';

/** A box in degrees with so many metres all round it, in grid steps. */
export function stepsAround([west, south, east, north]: Bounds, metres: number): Bounds {
  const dy = metres / (radiansPerDegree * earthRadiusM);
  const furthest = Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + 1);
  const dx = dy / Math.cos(furthest * radiansPerDegree);
  return [
    toGrid(west - dx) - 1,
    toGrid(south - dy) - 1,
    toGrid(east + dx) + 1,
    toGrid(north + dy) + 1,
  ];
}
