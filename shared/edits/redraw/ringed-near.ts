import type { RingedZone } from '#shared/edits/vertices.ts';
import type { Bounds } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { areasNear } from './areas-near.ts';

const margin = fromGrid(2);

/** Zones with rings of their own whose box comes near a place ([west, south, east, north]). */
export function ringedNear(document: DocumentView, place: Bounds): RingedZone[] {
  return areasNear(document.all('zone'), place, margin);
}
