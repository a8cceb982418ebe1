import type { Problem } from '#shared/formats/source/problem.ts';

/**
 * Counts what a reader leaves out of positions and lines: a project lies on the ground, between corners. Heights and measures of
 * nought say nothing, and many programs write them everywhere, so they are not counted.
 */
export class LeftOut {
  private heights = 0;
  private measures = 0;
  private curves = 0;

  /** Of one position or several. NaN and what stands for "no data" are no heights. */
  height(height: number, positions = 1): void {
    if (height !== 0 && Math.abs(height) < 1e38) this.heights += positions;
  }

  measure(measure: number): void {
    if (measure !== 0 && Math.abs(measure) < 1e38) this.measures += 1;
  }

  /** An arc for which chords stand. */
  curve(): void {
    this.curves += 1;
  }

  /** What the user is to be told of it. */
  problems(): Problem[] {
    const problems: Problem[] = [];
    if (this.heights > 0) problems.push({ key: 'heightsLeft', params: { count: this.heights } });
    if (this.measures > 0) problems.push({ key: 'measuresLeft', params: { count: this.measures } });
    if (this.curves > 0) problems.push({ key: 'curvesDrawn', params: { count: this.curves } });
    return problems;
  }
}
