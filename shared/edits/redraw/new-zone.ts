import type { Area } from '#shared/model/geometry.ts';
import type { BlockZone, Zone } from '#shared/model/zone.ts';

/** What a zone needs that is drawn anew. */
export interface NewZoneForm {
  newId: string;
  name: string;
  /** Community, else street, that the zone belongs to. */
  parentId: string | null;
  categories?: string[];
}

/** Ground that is filled in when it is known. */
export const noGround: Area = { type: 'Polygon', coordinates: [] };

/** A block without codes or attributes, whose ground is not known yet. */
export function newZone({ newId, name, parentId, categories = [] }: NewZoneForm): BlockZone {
  return {
    kind: 'zone',
    shape: 'block',
    id: newId,
    parentId,
    name,
    code: '',
    categories,
    attributes: {},
    geometry: noGround,
  };
}

/** A zone like another, for a part of its ground; codes name one zone only. */
export function partOf(zone: Zone, newId: string, name: string): BlockZone {
  return newZone({ newId, name, parentId: zone.parentId, categories: zone.categories });
}
