import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import { ringOfEdge } from './coverage-rings.ts';
import type { Region } from './dissolve-faces.ts';
import type { Overlay } from './overlay-coverage.ts';
import { pieceSegments } from './piece-segments.ts';

/**
 * Answers whose borders run along a region: length in metres by the number of the party, the
 * longest first and, where equal, the lower number.
 */
export function borderParties(overlay: Overlay): (region: Region) => Map<number, number> {
  const { arrangement, edges, rings } = overlay;
  const { noded } = arrangement;
  const segmentsUnder = pieceSegments(noded);
  const { grid } = rings;
  const metresPerStep = (grid.planar ? 1 : radiansPerDegree * earthRadiusM) / grid.stepsPerUnit;

  return ({ border }) => {
    const pieces = new Map<number, number[]>();
    for (const half of border) {
      const piece = half >> 1;
      const u = noded.from[piece]!;
      const v = noded.to[piece]!;
      const middle = (noded.y[u]! + noded.y[v]!) / 2 + grid.offsetY;
      const latitude = (middle / grid.stepsPerUnit) * radiansPerDegree;
      const shrink = grid.planar ? 1 : Math.cos(latitude);
      const length = Math.hypot(
        (noded.x[v]! - noded.x[u]!) * metresPerStep * shrink,
        (noded.y[v]! - noded.y[u]!) * metresPerStep,
      );
      const parties = new Set<number>();
      for (const s of segmentsUnder(piece)) {
        parties.add(rings.ringParty[ringOfEdge(rings, edges[s]!)]!);
      }
      for (const party of parties) {
        const list = pieces.get(party);
        if (list === undefined) pieces.set(party, [length]);
        else list.push(length);
      }
    }
    // Added up in one order, or rounding would decide between borders of equal length.
    const lengths = [...pieces].map(([party, list]): [number, number] => [
      party,
      list.sort((a, b) => a - b).reduce((sum, length) => sum + length, 0),
    ]);
    return new Map(lengths.sort((a, b) => b[1] - a[1] || a[0] - b[0]));
  };
}
