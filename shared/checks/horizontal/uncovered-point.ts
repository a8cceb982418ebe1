import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Point } from '#shared/model/point.ts';
import type { PointCoverage } from './point-coverage.ts';

/** A point in no zone, unless it lies on excepted ground. */
export function uncoveredPoint(
  point: Point,
  coverage: PointCoverage,
  scope: string,
): DraftFinding | null {
  if (coverage.zonesAt(point.position).length > 0 || coverage.isExcused(point.position))
    return null;
  return {
    rule: 'uncovered-point',
    severity: 'error',
    recordIds: [point.id],
    areaM2: null,
    widthM: null,
    lengthM: null,
    at: point.position,
    geometry: { type: 'Point', coordinates: point.position },
    message: { key: 'uncovered-point', params: { name: point.name, scope } },
  };
}
