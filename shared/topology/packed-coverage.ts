import type { MultiPolygon, Polygon, Position } from 'geojson';
import { coverageGrid } from './coverage-grid.ts';
import type { CoverageRings } from './coverage-rings.ts';
import { packRings, type PartyGeometry } from './pack-rings.ts';
import { TooWideError } from './too-wide-error.ts';

export type Ground = Polygon | MultiPolygon;

/** One party to the division of the ground. */
export interface CoveragePart {
  id: string;
  geometry: Ground;
  /** Where zones of several ranks stand over one place, only those of the highest answer; else 0. */
  rank?: number;
}

/** What the engine is asked; positions in degrees, or in metres when `planar`. */
export interface CoverageQuestion {
  /**
   * The ground to be divided; null when unknown: then only holes in the union are gaps, those too
   * around which zones meet in points only.
   */
  boundary: Ground | null;
  zones: readonly CoveragePart[];
  /** Ground that needs no zone. Where a zone covers it all the same, the zone counts. */
  exceptions: readonly CoveragePart[];
  planar: boolean;
}

/**
 * A coverage on its grid. Parties are numbered: zones in their order, then exceptions in theirs,
 * then the boundary if there is one.
 */
export interface PackedCoverage {
  rings: CoverageRings;
  zoneIds: string[];
  /** Rank of each zone. */
  zoneRanks: number[];
  exceptionCount: number;
  /** Number of the boundary among the parties, whether or not there is one. */
  boundaryParty: number;
  bounded: boolean;
}

function firstPosition(question: CoverageQuestion): Position {
  const { boundary, zones } = question;
  for (let i = -1; i < zones.length; i++) {
    const geometry = i === -1 ? boundary : zones[i]?.geometry;
    const polygon = geometry?.type === 'Polygon' ? geometry.coordinates : geometry?.coordinates[0];
    const position = polygon?.[0]?.[0];
    if (position !== undefined && position.every(Number.isFinite)) return position;
  }
  return [0, 0];
}

/**
 * Puts a coverage on its grid (1e-7°, or 1 mm when planar), for all that is asked of it afterwards.
 * @throws TooWideError when the data is too wide for the grid (2,147 km on a plane).
 */
export function packCoverage(question: CoverageQuestion): PackedCoverage {
  const { zones, exceptions, boundary, planar } = question;
  const parties: PartyGeometry[] = [];
  const zoneIds: string[] = [];
  const zoneRanks: number[] = [];
  for (let i = 0; i < zones.length; i++) {
    const { id, geometry, rank = 0 } = zones[i]!;
    parties.push({ geometry, sign: 1 });
    zoneIds.push(id);
    zoneRanks.push(rank);
  }
  for (const { geometry } of exceptions) parties.push({ geometry, sign: 1 });
  if (boundary !== null) parties.push({ geometry: boundary, sign: -1 });
  let rings: CoverageRings;
  try {
    rings = packRings(parties, coverageGrid(planar, firstPosition(question)));
  } catch (error) {
    // From the middle of the map everything in degrees is within reach.
    if (planar || !(error instanceof TooWideError)) throw error;
    rings = packRings(parties, coverageGrid(planar, [0, 0]));
  }
  return {
    rings,
    zoneIds,
    zoneRanks,
    exceptionCount: exceptions.length,
    boundaryParty: zones.length + exceptions.length,
    bounded: boundary !== null,
  };
}
