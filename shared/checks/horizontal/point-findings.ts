import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Point } from '#shared/model/point.ts';
import { doubleCoveredPoint } from './double-covered-point.ts';
import type { PointCoverage } from './point-coverage.ts';
import { uncoveredPoint } from './uncovered-point.ts';

/** What is wrong at a point. */
export function findingsAtPoint(
  point: Point,
  coverage: PointCoverage,
  nameOf: (id: string) => string,
  scope: string,
): DraftFinding[] {
  const uncovered = uncoveredPoint(point, coverage, scope);
  const double = doubleCoveredPoint(point, coverage, nameOf, scope);
  return [...(uncovered ? [uncovered] : []), ...(double ? [double] : [])];
}
