import Flatbush from 'flatbush';
import type { Pace } from '#shared/checks/pace.ts';
import { samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { surelyApart } from '#shared/geo/border-relation.ts';
import { intersectAreas } from '#shared/geo/clip.ts';
import type { CoverageFace } from './coverage-faces.ts';
import type { PreparedArea } from './prepared-area.ts';
import { type Piece, sameSetFaces } from './same-set-faces.ts';

/** Ground under two or more zones. Only pairs whose borders do not simply match are clipped. */
export async function overlapFaces(
  zones: readonly PreparedArea[],
  planar: boolean,
  pace: Pace,
): Promise<CoverageFace[]> {
  if (zones.length < 2) return [];
  const epsilon = samePlaceEpsilon(planar);
  const tree = new Flatbush(zones.length);
  for (const { index } of zones) tree.add(...index.bounds);
  tree.finish();

  const search = pace.part(0, 0.8);
  const pieces: Piece[] = [];
  for (const [i, zone] of zones.entries()) {
    for (const j of tree.search(...zone.index.bounds).sort((a, b) => a - b)) {
      const other = zones[j];
      if (j <= i || !other) continue;
      await search.step(i, zones.length);
      if (surelyApart(zone.index, other.index, epsilon)) continue;
      for (const polygon of intersectAreas([zone.geometry, other.geometry])) {
        pieces.push({ polygon, zoneIds: [zone.id, other.id] });
      }
    }
  }
  const order = new Map(zones.map(({ id }, i) => [id, i]));
  return sameSetFaces(pieces, planar, order, pace.part(0.8, 1));
}
