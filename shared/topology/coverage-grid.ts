import { gridStepsPerDegree } from '#shared/geo/grid.ts';

/** Steps per metre on a plane: 1 mm. */
export const planarStepsPerMetre = 1000;

/** Steps in one unit of the positions: 1e7 per degree, or 1000 per metre on a plane. */
export function stepsPerUnitOf(planar: boolean): number {
  return planar ? planarStepsPerMetre : gridStepsPerDegree;
}

/**
 * The integer grid under a coverage: position = (step + offset) / stepsPerUnit. The offset is a
 * whole number of steps near the data, so that steps are small and fit 32 bits.
 */
export interface CoverageGrid {
  planar: boolean;
  /** See {@link stepsPerUnitOf}. */
  stepsPerUnit: number;
  offsetX: number;
  offsetY: number;
}

/** The grid of positions in degrees (1e-7°) or metres (1 mm) with its offset at `near`. */
export function coverageGrid(planar: boolean, near: readonly number[]): CoverageGrid {
  const stepsPerUnit = stepsPerUnitOf(planar);
  const [x = 0, y = 0] = near;
  return {
    planar,
    stepsPerUnit,
    offsetX: Number.isFinite(x) ? Math.round(x * stepsPerUnit) : 0,
    offsetY: Number.isFinite(y) ? Math.round(y * stepsPerUnit) : 0,
  };
}

/** The position, in degrees or metres, of a place given in (fractions of) steps. */
export function toPosition(grid: CoverageGrid, x: number, y: number): [number, number] {
  return [(x + grid.offsetX) / grid.stepsPerUnit, (y + grid.offsetY) / grid.stepsPerUnit];
}
