import type { Pace } from '#shared/checks/pace.ts';
import { samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { surelyWithin } from '#shared/geo/border-relation.ts';
import { differenceOfAreas } from '#shared/geo/clip.ts';
import type { CoverageFace } from './coverage-faces.ts';
import type { PreparedArea } from './prepared-area.ts';
import { type Piece, sameSetFaces } from './same-set-faces.ts';

/** Ground of zones beyond the boundary, one face per set of zones. */
export async function outsideFaces(
  boundary: PreparedArea,
  zones: readonly PreparedArea[],
  planar: boolean,
  pace: Pace,
): Promise<CoverageFace[]> {
  const search = pace.part(0, 0.8);
  const pieces: Piece[] = [];
  for (const [done, zone] of zones.entries()) {
    await search.step(done, zones.length);
    if (surelyWithin(zone.index, boundary.index, samePlaceEpsilon(planar))) continue;
    for (const polygon of differenceOfAreas(zone.geometry, [boundary.geometry])) {
      pieces.push({ polygon, zoneIds: [zone.id] });
    }
  }
  const order = new Map(zones.map(({ id }, i) => [id, i]));
  return sameSetFaces(pieces, planar, order, pace.part(0.8, 1));
}
