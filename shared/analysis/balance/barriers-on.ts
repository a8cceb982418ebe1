import type { Position } from 'geojson';
import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import type { Area } from '#shared/model/geometry.ts';

/** More would take the search longer than anybody waits. */
const mostVertices = 30_000;

/**
 * The stretches of lines whose box comes near some ground; null when they have more than 30,000 vertices. A
 * file of rivers is of a whole province as a rule.
 */
export function barriersOn(ground: Area, lines: readonly Position[][]): Position[][] | null {
  const box = areaBounds(ground);
  const near: Position[][] = [];
  let vertices = 0;
  for (const line of lines) {
    let stretch: Position[] | null = null;
    for (let i = 1; i < line.length; i++) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [line[i - 1]!, line[i]!];
      const edge: Bounds = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
      if (!boundsMeet(edge, box)) {
        stretch = null;
        continue;
      }
      if (!stretch) {
        stretch = [line[i - 1]!];
        near.push(stretch);
        vertices++;
      }
      stretch.push(line[i]!);
      vertices++;
    }
    if (vertices > mostVertices) return null;
  }
  return near;
}
