import type { RingedZone } from '#shared/edits/vertices.ts';
import { partNames } from '#shared/edits/redraw/part-names.ts';
import { ringedNear } from '#shared/edits/redraw/ringed-near.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { boxOf, edgeIndexOf } from '#shared/topology/redraw/on-border.ts';

/** Whether a position lies in an area, its border included. */
export function isInside(area: Area, [x, y]: LonLat): boolean {
  const [west, south, east, north] = boxOf(area);
  if (x < west || x > east || y < south || y > north) return false;
  return edgeIndexOf(area).locate(toGrid(x), toGrid(y)) !== 'outside';
}

/** The zone with rings of its own at a position. */
export function zoneUnder(document: DocumentView, at: LonLat): RingedZone | null {
  const near = ringedNear(document, [...at, ...at]);
  return near.find(({ geometry }) => isInside(geometry as Area, at)) ?? null;
}

/** What a new zone is called and belongs to. */
export interface NewZone {
  name: string;
  parentId: string | null;
  categories: string[];
}

/** The form of a zone that is made anew at a position: like the one that is there. */
export function newZoneAt(document: DocumentView, at: LonLat): NewZone {
  const zone = zoneUnder(document, at);
  const parent =
    document.all('community').find(({ geometry }) => isInside(geometry, at)) ??
    document.all('street').find(({ geometry }) => isInside(geometry, at));
  const stem = zone?.name ?? parent?.name ?? document.all('district')[0]?.name ?? '';
  return {
    name: partNames(document, stem, [])(0),
    parentId: zone?.parentId ?? parent?.id ?? null,
    categories: zone?.categories ?? [],
  };
}
