import type { Polygon, Position } from 'geojson';
import type { CoverageQuestion, Ground } from '#shared/topology/packed-coverage.ts';

/** An upright rectangle from (x, y), in metres; more rings are holes. */
export function rectangle(x: number, y: number, width: number, height: number): Polygon {
  return polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

/** A polygon from the open outer ring. */
export function polygon(...ring: Position[]): Polygon {
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

/** The outer ring of one polygon with those of others as holes. */
export function holed(outer: Polygon, ...holes: Polygon[]): Polygon {
  return {
    type: 'Polygon',
    coordinates: [outer, ...holes].map(({ coordinates }) => coordinates[0]!),
  };
}

/** A planar question; zones and exceptions by their names. */
export function question(
  boundary: Ground | null,
  zones: Record<string, Ground>,
  exceptions: Record<string, Ground> = {},
): CoverageQuestion {
  const parts = (of: Record<string, Ground>) =>
    Object.entries(of).map(([id, geometry]) => ({ id, geometry }));
  return { boundary, zones: parts(zones), exceptions: parts(exceptions), planar: true };
}
