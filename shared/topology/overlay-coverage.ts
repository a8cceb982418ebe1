import { type Arrangement, arrange } from './arrangement.ts';
import { cancelEdges, residueEdges } from './cancel-edges.ts';
import { type CoverageRings, partyArea, ringOfEdge } from './coverage-rings.ts';
import { faceArea } from './face-area.ts';
import { edgesThroughExcess } from './near-faces.ts';
import { nodeSegments } from './node-segments.ts';
import type { PackedCoverage } from './packed-coverage.ts';
import { partyLocator } from './party-locator.ts';
import { pointInsideFace } from './point-inside-face.ts';
import { edgesAsSegments } from './residue.ts';
import { ringOrder, ringOrders } from './sound-parties.ts';

/** Which parties stand over one face of the residue. */
export interface FaceCover {
  /** Numbers of the zones over it, ascending. */
  zones: number[];
  exceptions: number;
  /** Whether it is ground to be divided (true everywhere without a boundary). */
  inside: boolean;
}

/** What does not cancel, divided into faces with what stands over each. */
export interface Overlay {
  rings: CoverageRings;
  /** Parties with rings that cross or nest wrongly; what they cover is taken by the nonzero rule. */
  irregular: Uint8Array;
  /** Edge numbers of the residue, and those edges split into faces. */
  edges: Int32Array;
  arrangement: Arrangement;
  /** Null for faces where all is right (one party inside, none outside). */
  covers: (FaceCover | null)[];
  /** Area of all zones, exceptions and the boundary in m². */
  zoneArea: number;
  exceptionArea: number;
  boundaryArea: number;
}

/** Faces thinner than doubles can tell may be in doubt; together they must be less than this. */
const doubtLimitM2 = 1e-3;

function arrangeEdges(
  rings: CoverageRings,
  edges: Int32Array,
  cancelled: Uint8Array,
  irregular: Uint8Array,
): Arrangement {
  const weighs = (e: number): boolean =>
    cancelled[e] === 0 && irregular[rings.ringParty[ringOfEdge(rings, e)]!] === 0;
  const segments = edgesAsSegments(rings, edges, weighs);
  return arrange(segments, nodeSegments(segments));
}

/**
 * Overlays a coverage: edges that cancel are done with, the others are divided into faces, and each
 * face that is not covered exactly once is told with the zones over it.
 *
 * Faces come from exact integer predicates, and their winding numbers from exact sums. Which zones
 * make up a sum is read off at one place inside the face and has to agree with it.
 * @throws Error when the two disagree, which would be a fault of the engine.
 */
export function overlayCoverage(
  coverage: PackedCoverage,
  orders = ringOrders(coverage.rings),
): Overlay {
  const { rings, bounded, boundaryParty } = coverage;
  const zoneCount = coverage.zoneIds.length;
  const irregular = orders.map((order) => (order === ringOrder.irregular ? 1 : 0));
  const kept = irregular.includes(1)
    ? Uint8Array.from(rings.ringParty, (party) => irregular[party]!)
    : undefined;
  const cancelled = cancelEdges(rings, kept);
  // Without a boundary one party everywhere is right, and the faces around are outside.
  const base = bounded ? 0 : 1;
  let edges = residueEdges(rings, cancelled);
  let arrangement = arrangeEdges(rings, edges, cancelled, irregular);
  const anyIrregular = kept !== undefined;
  const through = edgesThroughExcess(rings, cancelled, arrangement, anyIrregular ? -2 : base);
  if (through.length > 0) {
    const all = new Int32Array(edges.length + through.length);
    all.set(edges);
    all.set(through, edges.length);
    edges = all;
    arrangement = arrangeEdges(rings, edges, cancelled, irregular);
  }

  const { winding, faceCount } = arrangement;
  const covers: (FaceCover | null)[] = Array.from({ length: faceCount }, () => null);
  const placesToLocate = anyIrregular
    ? faceCount
    : winding.reduce((count, sum) => (sum > base ? count + 1 : count), 0);
  const locate = partyLocator(rings, placesToLocate);
  let doubtfulM2 = 0;
  for (let face = 1; face < faceCount; face++) {
    const sum = winding[face]!;
    if (!anyIrregular) {
      if (sum === base) continue;
      if (sum < base) {
        covers[face] = { zones: [], exceptions: 0, inside: true };
        continue;
      }
    }
    const place = pointInsideFace(arrangement, face);
    if (place === null) continue;
    const found = locate(place[0], place[1]);
    const zones = found.filter((party) => party < zoneCount);
    const exceptions = found.filter((party) => party >= zoneCount && party < boundaryParty).length;
    let regular = 0;
    for (const party of found) if (party < boundaryParty && irregular[party] === 0) regular++;
    let inside = true;
    if (bounded) {
      const rest = regular - sum;
      inside = irregular[boundaryParty] === 1 ? found.includes(boundaryParty) : rest === 1;
      if (irregular[boundaryParty] === 0 && rest !== 0 && rest !== 1) {
        doubtfulM2 += Math.abs(faceArea(arrangement, face, rings.grid));
        continue;
      }
    }
    const right = inside ? zones.length + exceptions === 1 : zones.length + exceptions === 0;
    if (!right) covers[face] = { zones, exceptions, inside };
  }

  if (doubtfulM2 > doubtLimitM2) {
    throw new Error(`Sum and zones disagree over ${doubtfulM2} m²`);
  }
  let zoneArea = 0;
  let exceptionArea = 0;
  for (let p = 0; p < boundaryParty; p++) {
    if (p < zoneCount) zoneArea += partyArea(rings, p);
    else exceptionArea += partyArea(rings, p);
  }
  return {
    rings,
    irregular,
    edges,
    arrangement,
    covers,
    zoneArea,
    exceptionArea,
    boundaryArea: bounded ? partyArea(rings, boundaryParty) : 0,
  };
}
