import type { Bounds } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { SnapParty } from '#shared/topology/redraw/snap.ts';
import { areasNear } from './areas-near.ts';

/** What has borders to snap to, zones first. */
const kinds = ['zone', 'district', 'community', 'street', 'exception'] as const;

/** All areas of zones and levels whose borders come near a place ([west, south, east, north] in degrees), zones first. */
export function snapParties(document: DocumentView, place: Bounds): SnapParty[] {
  return partiesOf(document, kinds, place);
}

/** The same of base units: what is drawn to them only where nothing else is near. */
export function unitParties(document: DocumentView, place: Bounds): SnapParty[] {
  return partiesOf(document, ['baseUnit'], place);
}

function partiesOf(
  document: DocumentView,
  from: readonly ((typeof kinds)[number] | 'baseUnit')[],
  place: Bounds,
): SnapParty[] {
  return from
    .flatMap((kind) => areasNear(document.all(kind), place))
    .map(({ id, geometry }) => ({ id, geometry }));
}
