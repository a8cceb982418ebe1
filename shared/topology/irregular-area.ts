import { arrange } from './arrangement.ts';
import type { CoverageRings } from './coverage-rings.ts';
import { faceArea } from './face-area.ts';
import { nodeSegments } from './node-segments.ts';
import type { partyLocator } from './party-locator.ts';
import { pointInsideFace } from './point-inside-face.ts';
import { edgesAsSegments, ringEdges } from './edges-as-segments.ts';

/** Area in m² of the ground that a party with crossing or wrongly nested rings covers. */
export function irregularArea(
  rings: CoverageRings,
  party: number,
  locate: ReturnType<typeof partyLocator>,
): number {
  const edges = ringEdges(rings, rings.partyRing[party]!, rings.partyRing[party + 1]!);
  const segments = edgesAsSegments(rings, edges, () => true);
  const arrangement = arrange(segments, nodeSegments(segments));
  let sum = 0;
  for (let face = 1; face < arrangement.faceCount; face++) {
    const place = pointInsideFace(arrangement, face);
    if (place === null || !locate(place[0], place[1]).includes(party)) continue;
    sum += faceArea(arrangement, face, rings.grid);
  }
  return sum;
}
