import { type Arrangement, arrange } from '#shared/topology/arrangement.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { edgesAsSegments, ringEdges } from '#shared/topology/edges-as-segments.ts';
import { nodeSegments } from '#shared/topology/node-segments.ts';
import type { partyLocator } from '#shared/topology/party-locator.ts';
import { pointInsideFace } from '#shared/topology/point-inside-face.ts';
import type { GridPoints } from './grid-points.ts';
import { SnappedPieces } from './snapped-pieces.ts';

/** The rings of one party divided where they meet themselves, whatever is wrong with them. */
export interface MendedBorder {
  pieces: SnappedPieces;
  /** Half-edges with ground of the party on their left and none on their right. */
  border: number[];
}

/**
 * The border of the ground that a party covers: that which its outer rings go round and no hole of
 * the same polygon does. Its nodes are made hot.
 */
export function mendedBorder(
  rings: CoverageRings,
  party: number,
  locate: ReturnType<typeof partyLocator>,
  hot: GridPoints,
): MendedBorder {
  const edges = ringEdges(rings, rings.partyRing[party]!, rings.partyRing[party + 1]!);
  const segments = edgesAsSegments(rings, edges, () => true);
  const arrangement: Arrangement = arrange(segments, nodeSegments(segments));
  const covered = new Uint8Array(arrangement.faceCount);
  for (let face = 1; face < arrangement.faceCount; face++) {
    const place = pointInsideFace(arrangement, face);
    if (place !== null && locate(...place).includes(party)) covered[face] = 1;
  }
  const pieces = new SnappedPieces(rings, edges, arrangement, hot);
  const border: number[] = [];
  const { face, noded } = arrangement;
  for (let k = 0; k < noded.pieceCount; k++) {
    pieces.heat(k);
    const left = covered[face[2 * k]!]!;
    const right = covered[face[2 * k + 1]!]!;
    if (left !== right) border.push(left === 1 ? 2 * k : 2 * k + 1);
  }
  return { pieces, border };
}
