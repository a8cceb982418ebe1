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

/** A zone of any shape without codes, attributes or ground. */
export function zoneBase({
  newId,
  name,
  parentId,
  categories = [],
}: NewZoneForm): Omit<BlockZone, 'shape' | 'geometry'> {
  return { kind: 'zone', id: newId, parentId, name, code: '', categories, attributes: {} };
}

/** A block without codes or attributes, whose ground is not known yet. */
export function newZone(form: NewZoneForm): BlockZone {
  return { ...zoneBase(form), shape: 'block', geometry: noGround };
}

/** A zone like another, for a part of its ground; codes name one zone only. */
export function partOf(zone: Zone, newId: string, name: string): BlockZone {
  return newZone({ newId, name, parentId: zone.parentId, categories: zone.categories });
}
