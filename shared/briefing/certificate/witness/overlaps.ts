import type { Polygon } from 'geojson';
import { samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { surelyApart } from '#shared/geo/border-relation.ts';
import { intersectAreas } from '#shared/geo/clip.ts';
import type { BoxedGround } from './boxed-ground.ts';

/** Ground that two zones have in common. */
export interface Overlap {
  zones: [number, number];
  polygons: Polygon[];
}

/**
 * Every two zones that have ground in common. Zones whose boxes do not meet are passed over, and
 * those whose borders match vertex by vertex; for the rest Turf's intersection decides.
 */
export async function overlaps(
  zones: BoxedGround,
  planar: boolean,
  breathe: (done: number, total: number) => Promise<void>,
): Promise<Overlap[]> {
  const epsilon = samePlaceEpsilon(planar);
  const found: Overlap[] = [];
  const last = lastMeeting(zones);
  for (let i = 0; i < zones.list.length; i++) {
    for (const j of zones.meeting(zones.boxes[i]!)) {
      if (j <= i || surelyApart(zones.index(i), zones.index(j), epsilon)) continue;
      const polygons = intersectAreas([zones.at(i), zones.at(j)]);
      if (polygons.length > 0) found.push({ zones: [i, j], polygons });
    }
    for (const done of last[i] ?? []) zones.forget(done);
    await breathe(i + 1, zones.list.length);
  }
  return found;
}

/** For each zone those that are not asked about after it, so that few indexes stand at a time. */
function lastMeeting(zones: BoxedGround): number[][] {
  const last: number[][] = Array.from({ length: zones.list.length }, () => []);
  for (let j = 0; j < zones.list.length; j++) {
    const earlier = zones.meeting(zones.boxes[j]!).filter((i) => i <= j);
    last[Math.max(j, ...earlier)]?.push(j);
  }
  return last;
}
