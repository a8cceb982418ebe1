import { type Arrangement, arrange } from './arrangement.ts';
import { cancelEdges } from './cancel-edges.ts';
import { type CoverageRings, partyArea, ringOfEdge } from './coverage-rings.ts';
import { faceArea } from './face-area.ts';
import { irregularArea } from './irregular-area.ts';
import { edgesThroughExcess } from './edges-through-excess.ts';
import { nodeSegments } from './node-segments.ts';
import type { PackedCoverage } from './packed-coverage.ts';
import { partyLocator } from './party-locator.ts';
import { pointInsideFace } from './point-inside-face.ts';
import { edgesAsSegments } from './edges-as-segments.ts';
import { ringOrder, ringOrders } from './ring-orders.ts';

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
  /** Edges that do not cancel. */
  residue: Int32Array;
  /** The residue and, after it, edges that cancel but run through overlaps: what faces are cut by. */
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
  orders: Uint8Array | null,
): Arrangement {
  const weighs = (e: number): boolean =>
    cancelled[e] === 0 && irregular[rings.ringParty[ringOfEdge(rings, e)]!] === 0;
  const segments = edgesAsSegments(rings, edges, weighs);
  if (orders !== null) {
    segments.apart = new Int32Array(edges.length);
    for (let s = 0; s < edges.length; s++) {
      const party = rings.ringParty[ringOfEdge(rings, edges[s]!)]!;
      if (orders[party] === ringOrder.simple) segments.apart[s] = party + 1;
    }
  }
  return arrange(segments, nodeSegments(segments));
}

/** Windings of all faces, irregular parties counted in where they cover a face. */
function sumsWith(
  arrangement: Arrangement,
  irregularAt: (x: number, y: number) => number,
): Int32Array {
  return arrangement.winding.map((winding, face) => {
    const place = face === 0 ? null : pointInsideFace(arrangement, face);
    return place === null ? winding : winding + irregularAt(place[0], place[1]);
  });
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
  const irregular = new Uint8Array(orders.length);
  for (let party = 0; party < orders.length; party++) {
    if (orders[party] === ringOrder.irregular) irregular[party] = 1;
  }
  const kept = irregular.includes(1)
    ? Uint8Array.from(rings.ringParty, (party) => irregular[party]!)
    : undefined;
  const { cancelled, residue } = cancelEdges(rings, kept);
  const locate = partyLocator(rings);
  const overlaid = overlayResidue(coverage, irregular, cancelled, residue, locate, orders);
  const areaOf = (party: number): number =>
    irregular[party] === 1 ? irregularArea(rings, party, locate) : partyArea(rings, party);
  let zoneArea = 0;
  let exceptionArea = 0;
  for (let party = 0; party < boundaryParty; party++) {
    if (party < zoneCount) zoneArea += areaOf(party);
    else exceptionArea += areaOf(party);
  }
  return {
    ...overlaid,
    zoneArea,
    exceptionArea,
    boundaryArea: bounded ? areaOf(boundaryParty) : 0,
  };
}

/**
 * {@link overlayCoverage} of edges that are known not to cancel: all of them, or those of a part of
 * the ground that no others reach. `irregular` and `cancelled` have 1 for such parties and edges;
 * `orders` are those of ring-orders.ts where they are known.
 * @throws Error as {@link overlayCoverage}
 */
export function overlayResidue(
  coverage: PackedCoverage,
  irregular: Uint8Array,
  cancelled: Uint8Array,
  residue: Int32Array,
  locate: (px: number, py: number) => number[],
  orders: Uint8Array | null = null,
): Omit<Overlay, 'zoneArea' | 'exceptionArea' | 'boundaryArea'> {
  const { rings, bounded, boundaryParty } = coverage;
  const zoneCount = coverage.zoneIds.length;
  // Without a boundary one party everywhere is right, and the faces around are outside.
  const base = bounded ? 0 : 1;
  let edges = residue;
  let arrangement = arrangeEdges(rings, edges, cancelled, irregular, orders);
  const anyIrregular = irregular.includes(1);
  const irregularAt = (x: number, y: number): number => {
    if (!anyIrregular) return 0;
    let sum = 0;
    for (const party of locate(x, y)) if (irregular[party] === 1) sum += rings.partySign[party]!;
    return sum;
  };
  const through = edgesThroughExcess(
    rings,
    cancelled,
    arrangement,
    anyIrregular ? sumsWith(arrangement, irregularAt) : arrangement.winding,
    base,
    irregularAt,
  );
  if (through.length > 0) {
    const all = new Int32Array(edges.length + through.length);
    all.set(edges);
    all.set(through, edges.length);
    edges = all;
    arrangement = arrangeEdges(rings, edges, cancelled, irregular, orders);
  }

  const { faceCount } = arrangement;
  const sums = anyIrregular ? sumsWith(arrangement, irregularAt) : arrangement.winding;
  const covers: (FaceCover | null)[] = Array.from({ length: faceCount }, () => null);
  let doubtfulM2 = 0;
  for (let face = 1; face < faceCount; face++) {
    const sum = sums[face]!;
    if (sum === base) continue;
    if (sum < base) {
      covers[face] = { zones: [], exceptions: 0, inside: true };
      continue;
    }
    const place = pointInsideFace(arrangement, face);
    if (place === null) continue;
    const found = locate(place[0], place[1]);
    const zones = found.filter((party) => party < zoneCount);
    const exceptions = found.filter((party) => party >= zoneCount && party < boundaryParty).length;
    const excess = zones.length + exceptions - sum;
    if (excess === 0 || excess === 1) {
      covers[face] = { zones, exceptions, inside: !bounded || excess === 1 };
    } else {
      doubtfulM2 += Math.abs(faceArea(arrangement, face, rings.grid));
    }
  }

  if (doubtfulM2 > doubtLimitM2) {
    throw new Error(`Sum and zones disagree over ${doubtfulM2} m²`);
  }
  return { rings, irregular, residue, edges, arrangement, covers };
}
