import { hasRings } from '#shared/edits/vertices.ts';
import { type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';
import type { SnapParty } from '#shared/topology/redraw/snap.ts';
import { settledAreas } from './level-choice.ts';

/** All areas whose borders come near a place ([west, south, east, north] in degrees), zones first. */
export function snapParties(document: DocumentView, place: Bounds): SnapParty[] {
  const areas = [
    ...document.all('zone').filter(hasRings),
    ...document.all('district'),
    ...settledAreas(document),
  ];
  return areas
    .filter(({ geometry }) => boundsMeet(boxOf(geometry as Area), place))
    .map(({ id, geometry }) => ({ id, geometry: geometry as Area }));
}
