import type { Position } from 'geojson';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { type Ground, packCoverage } from '#shared/topology/packed-coverage.ts';

/** Zones packed without boundary, in millimetre steps from the first vertex. */
export function packZones(...zones: Ground[]): CoverageRings {
  return packCoverage({
    planar: true,
    boundary: null,
    zones: zones.map((geometry, i) => ({ id: String(i), geometry })),
    exceptions: [],
  }).rings;
}

/** A polygon of open rings given in steps of a metre. */
export function rings(...open: Position[][]): Ground {
  return { type: 'Polygon', coordinates: open.map((ring) => [...ring, ring[0]!]) };
}
