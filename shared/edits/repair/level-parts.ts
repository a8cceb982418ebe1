import type { Bounds } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { CoveragePart, Ground } from '#shared/topology/packed-coverage.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { partsMeeting } from './parts-near.ts';

/** An area of any level; the outline, strips and round sites never change. */
export type LevelPart = CoveragePart & { mayChange: boolean };

function zonePart(zone: Zone): LevelPart[] {
  const geometry = zoneGround(zone);
  return geometry ? [{ id: zone.id, geometry, mayChange: geometry === zone.geometry }] : [];
}

/** Boxes of those edges of a ground that come near any of the places. */
function edgeBoxes({ geometry }: LevelPart, places: readonly Bounds[]): Bounds[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const boxes: Bounds[] = [];
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1]!;
      const [bx = 0, by = 0] = ring[i]!;
      const [west, east] = ax < bx ? [ax, bx] : [bx, ax];
      const [south, north] = ay < by ? [ay, by] : [by, ay];
      const meets = places.some(
        (box) => west <= box[2] && box[0] <= east && south <= box[3] && box[1] <= north,
      );
      if (meets) boxes.push([west, south, east, north]);
    }
  }
  return boxes;
}

/**
 * The outline, streets, communities, zones and exceptions that come near places ([west, south, east,
 * north]) or touch one of the edges there: a corner that such an edge gets is a corner of theirs too.
 */
export function levelParts(document: DocumentView, places: readonly Bounds[]): LevelPart[] {
  const asPart = (record: { id: string; geometry: Ground }): LevelPart => {
    return { id: record.id, geometry: record.geometry, mayChange: true };
  };
  const all = [
    ...document.all('district').map((record) => ({ ...asPart(record), mayChange: false })),
    ...document.all('street').map(asPart),
    ...document.all('community').map(asPart),
    ...document.all('zone').flatMap(zonePart),
    ...document.all('exception').map(asPart),
  ];
  const there = partsMeeting(all, places);
  const edges = there.flatMap((part) => edgeBoxes(part, places));
  return partsMeeting(all, [...places, ...edges]);
}

/** The area that a record names as the one it belongs to; null for none. */
export function parentIdOf(record: AnyRecord | undefined): string | null {
  switch (record?.kind) {
    case 'street':
      return record.districtId;
    case 'community':
      return record.streetId;
    case 'zone':
      return record.parentId;
    default:
      return null;
  }
}

/** A street or community with the street it belongs to. */
export function withAncestors(document: DocumentView, id: string): string[] {
  const record = document.get(id);
  if (record?.kind !== 'street' && record?.kind !== 'community') return [];
  const parentId = parentIdOf(record);
  return parentId === null ? [id] : [id, ...withAncestors(document, parentId)];
}
