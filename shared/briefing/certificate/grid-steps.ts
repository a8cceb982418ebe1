import type { Position } from 'geojson';
import { gridStepsPerDegree } from '#shared/geo/grid.ts';

/** Steps in one unit of the coordinates: 1e7 to the degree, 1000 to the metre on a plane. */
export function stepsPerUnit(planar: boolean): number {
  return planar ? 1000 : gridStepsPerDegree;
}

/** A position in whole steps of the grid. */
export type Steps = readonly [x: number, y: number];

/** The nearest whole steps of a position, halves upwards (never -0). Heights are dropped. */
export function toSteps([x = Number.NaN, y = Number.NaN]: Position, planar: boolean): Steps {
  const steps = stepsPerUnit(planar);
  return [Math.round(x * steps) + 0, Math.round(y * steps) + 0];
}

/** Order of two positions: by x, then by y. */
export function comparePositions(a: Steps, b: Steps): number {
  return a[0] - b[0] || a[1] - b[1];
}

/** Order of two sequences by their first difference; what ends first comes first. */
export function compareSequences<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (x: T, y: T) => number,
): number {
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i++) {
    const order = compare(a[i] as T, b[i] as T);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
