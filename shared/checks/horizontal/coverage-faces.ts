import type { MultiPolygon, Polygon } from 'geojson';
import type { AreaBalance } from '#shared/checks/finding.ts';

/** Ground: polygons that do not overlap each other, outer rings anticlockwise, holes clockwise. */
export type Ground = Polygon | MultiPolygon;

/** One party to the division of the ground. Its geometry is valid: simple rings, right nesting. */
export interface CoverageArea {
  id: string;
  geometry: Ground;
  /** 点 over 条 over 块, see `precedence`: zones of the highest rank answer. */
  rank?: number;
}

/**
 * What the geometry under the horizontal checks is asked. Issue categories and broken rings have
 * been dealt with before.
 * Positions are [longitude, latitude] in degrees, or [x, y] in metres when `planar`.
 */
export interface CoverageInput {
  /** The ground to be divided; null when unknown: then only holes in the union are gaps. */
  boundary: Ground | null;
  zones: readonly CoverageArea[];
  /** Ground that needs no zone. Where a zone covers it all the same, the zone counts. */
  exceptions: readonly CoverageArea[];
  planar: boolean;
}

/** A connected piece of ground with one and the same set of zones over it. */
export interface CoverageFace {
  polygon: Polygon;
  areaM2: number;
  /** Zones over the face, in the order of the input: none for a gap, two and more for an overlap. */
  zoneIds: string[];
}

/** Every defect of a coverage. Faces of one list do not overlap each other. */
export interface CoverageFaces {
  /** Ground of the boundary without zone or exception, whatever its width. */
  gaps: CoverageFace[];
  /** Ground under two or more zones, inside the boundary or not; one face per set of zones. */
  overlaps: CoverageFace[];
  /** Ground of zones beyond the boundary; empty without one. `zoneIds` says whose. */
  outside: CoverageFace[];
  /** Null without a boundary. Closes on every run: see {@link balanceTolerance}. */
  areas: AreaBalance | null;
}

/** How far `areas.balance` may be from 0 (m²) before the geometry must not be trusted. */
export function balanceTolerance(boundaryM2: number): number {
  return Math.max(1, boundaryM2 * 1e-8);
}
