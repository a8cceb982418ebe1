import { ringedNear } from '#shared/edits/redraw/ringed-near.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { type SnapParty, snapTo } from '#shared/topology/redraw/snap.ts';
import type { Place } from './tool.ts';

function zonesNear(
  document: DocumentView,
  { exact: [x, y], reach: [east, north] }: Place,
): SnapParty[] {
  return ringedNear(document, [x - east, y - north, x + east, y + north]).map(
    ({ id, geometry }) => ({ id, geometry: geometry as Area }),
  );
}

/** The vertex of zones under the pointer; null when there is none. */
export function vertexUnder(document: DocumentView, place: Place): LonLat | null {
  const target = snapTo(zonesNear(document, place), place.exact, place.reach);
  return target?.kind === 'vertex' ? target.at : null;
}

/** The edge of zones under the pointer, also at its ends; null when there is none. */
export function edgeUnder(document: DocumentView, place: Place): [LonLat, LonLat] | null {
  return snapTo(zonesNear(document, place), place.exact, place.reach, [], 'edge')?.edge ?? null;
}
