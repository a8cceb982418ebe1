import type { Community } from '#shared/model/community.ts';
import type { Point } from '#shared/model/point.ts';
import type { PostLevel } from '#shared/model/post.ts';
import type { Street } from '#shared/model/street.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { ChainDistrict, ChainInput } from './chain-input.ts';

/** A place of the chain: district, street, community, zone or point. */
export type ChainPlace = { id: string; name: string } & (
  | { level: 'district'; record: ChainDistrict }
  | { level: 'street'; record: Street }
  | { level: 'community'; record: Community }
  | { level: 'zone'; record: Zone }
  | { level: 'point'; record: Point }
);

/** Levels from the top down. */
export const chainLevels: readonly PostLevel[] = [
  'district',
  'street',
  'community',
  'zone',
  'point',
];

/** All places of the chain by id, from the district down to the points. */
export function chainPlaces(input: ChainInput): Map<string, ChainPlace> {
  const { district, streets, communities, zones, points } = input;
  const places = new Map<string, ChainPlace>();
  const add = (place: ChainPlace) => places.set(place.id, place);
  if (district) add({ id: district.id, name: district.name, level: 'district', record: district });
  for (const record of streets) add({ id: record.id, name: record.name, level: 'street', record });
  for (const record of communities) {
    add({ id: record.id, name: record.name, level: 'community', record });
  }
  for (const record of zones) add({ id: record.id, name: record.name, level: 'zone', record });
  for (const record of points) add({ id: record.id, name: record.name, level: 'point', record });
  return places;
}

/** Id of the place above, as the record names it; null when it names none. A point's is its ground's. */
export function parentIdOf(place: ChainPlace): string | null {
  switch (place.level) {
    case 'street':
      return place.record.districtId;
    case 'community':
      return place.record.streetId;
    case 'zone':
      return place.record.parentId;
    default:
      return null;
  }
}
