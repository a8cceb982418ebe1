import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { Area } from '#shared/model/geometry.ts';
import type { Point } from '#shared/model/point.ts';

/** Points whose position lies inside an area or on its border. */
export function pointsWithin(points: readonly Point[], area: Area): Point[] {
  const [west, south, east, north] = bbox(area);
  return points.filter(({ position: [x, y] }) => {
    if (x < west || x > east || y < south || y > north) return false;
    return booleanPointInPolygon([x, y], area);
  });
}
