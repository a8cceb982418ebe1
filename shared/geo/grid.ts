/** Number of grid steps in one degree: coordinates live on a fixed grid of 1e-7° (about 1 cm). */
export const gridStepsPerDegree = 1e7;

/** Nearest grid step of a longitude or latitude in degrees, as an integer. */
export function toGrid(degrees: number): number {
  return Math.round(degrees * gridStepsPerDegree);
}

/** Degrees of an integer grid step; the inverse of {@link toGrid}. */
export function fromGrid(step: number): number {
  return step / gridStepsPerDegree;
}

/** A coordinate in degrees moved to the nearest grid step (never -0). */
export function snapDegrees(degrees: number): number {
  return fromGrid(toGrid(degrees)) + 0;
}
