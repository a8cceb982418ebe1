import { hasRings, type RingedZone } from '#shared/edits/vertices.ts';
import { type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { boxOf } from '#shared/topology/redraw/on-border.ts';

/** Zones with rings of their own whose box comes near a place ([west, south, east, north]). */
export function ringedNear(document: DocumentView, place: Bounds): RingedZone[] {
  return document
    .all('zone')
    .filter(hasRings)
    .filter(({ geometry }) => boundsMeet(boxOf(geometry), place, fromGrid(2)));
}
