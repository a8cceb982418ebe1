import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Point } from '#shared/model/point.ts';
import type { PointCoverage } from './point-coverage.ts';

/** A point in two or more zones. */
export function doubleCoveredPoint(
  point: Point,
  coverage: PointCoverage,
  nameOf: (id: string) => string,
  scope: string,
): DraftFinding | null {
  const zoneIds = coverage.zonesAt(point.position);
  if (zoneIds.length < 2) return null;
  const names = zoneIds.map(nameOf).join('、');
  return {
    rule: 'double-covered-point',
    severity: 'error',
    recordIds: [point.id, ...zoneIds],
    areaM2: null,
    widthM: null,
    lengthM: null,
    at: point.position,
    geometry: { type: 'Point', coordinates: point.position },
    message: {
      key: 'double-covered-point',
      params: { name: point.name, names, n: zoneIds.length, scope },
    },
  };
}
