import type { Bounds } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { SnapParty } from '#shared/topology/redraw/snap.ts';
import { areasNear } from './areas-near.ts';

/** What has borders to snap to, zones first. */
const kinds = ['zone', 'district', 'community', 'street', 'exception', 'baseUnit'] as const;

/** All areas whose borders come near a place ([west, south, east, north] in degrees), zones first. */
export function snapParties(document: DocumentView, place: Bounds): SnapParty[] {
  return kinds
    .flatMap((kind) => areasNear(document.all(kind), place))
    .map(({ id, geometry }) => ({ id, geometry }));
}
