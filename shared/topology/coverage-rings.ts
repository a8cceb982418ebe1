import type { CoverageGrid } from './coverage-grid.ts';

/**
 * All rings of a coverage, packed. A party is a zone, an exception or the boundary; its rings are
 * those of all its polygons, outer rings first in each polygon, as they came.
 *
 * Vertices are grid steps. Each ring is closed: its last vertex repeats its first, so edge `e` goes
 * from vertex e to vertex e + 1, and the last vertex of a ring starts no edge. Rings are oriented:
 * outer rings counter-clockwise and holes clockwise for zones and exceptions, and the other way
 * round for the boundary. So the winding numbers of all rings together are those of zones and
 * exceptions minus those of the boundary.
 */
export interface CoverageRings {
  grid: CoverageGrid;
  x: Int32Array;
  y: Int32Array;
  /** First vertex of each ring, and one more entry: the end of the last ring. */
  ringStart: Int32Array;
  ringParty: Int32Array;
  /** Number of the polygon inside its party. */
  ringPart: Int32Array;
  /** 1 for a hole. */
  ringHole: Uint8Array;
  /** m², negative for holes, whatever the party. */
  ringArea: Float64Array;
  /** Boxes of the rings, four entries each: min x, min y, max x, max y. */
  ringBox: Int32Array;
  /** First ring of each party, and one more entry. */
  partyRing: Int32Array;
  /** +1 for zones and exceptions, -1 for the boundary. */
  partySign: Int8Array;
  /** Rings that had to be mended or left out. */
  faults: RingFault[];
}

export const ringFaultKinds = ['bad-position', 'unclosed', 'too-short', 'zero-area'] as const;

/** A ring that is none as it came: mended (unclosed, bad position) or left out (the others). */
export interface RingFault {
  kind: (typeof ringFaultKinds)[number];
  party: number;
  part: number;
  /** Number of the ring inside its polygon; 0 is the outer ring. */
  ring: number;
}

/** The party's number for each ring's edges: ring of edge `e`, by bisection. */
export function ringOfEdge(rings: CoverageRings, edge: number): number {
  const { ringStart } = rings;
  let low = 0;
  let high = ringStart.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ringStart[middle]! <= edge) low = middle;
    else high = middle;
  }
  return low;
}

/** Area of a party in m²: its outer rings less its holes. */
export function partyArea(rings: CoverageRings, party: number): number {
  let sum = 0;
  for (let r = rings.partyRing[party]!; r < rings.partyRing[party + 1]!; r++) {
    sum += rings.ringArea[r]!;
  }
  return sum;
}
