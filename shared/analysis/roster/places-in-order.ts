import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { chainLevels, type ChainPlace } from '#shared/chain/chain-place.ts';
import { streetOf } from './street-of.ts';

const known = new WeakMap<ChainIndex, readonly ChainPlace[]>();

const before = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function codeOf(place: ChainPlace | undefined): string {
  return place && 'code' in place.record ? place.record.code : '';
}

/**
 * Places from the district down to the points, in each level by street, then by code and name, whatever
 * the order in which the records were stored. Places do not change while an index lives.
 */
export function placesInOrder(index: ChainIndex): readonly ChainPlace[] {
  let places = known.get(index);
  if (!places) {
    const keyed = [...index.places.values()].map((place) => {
      const street = index.places.get(streetOf(index, place) ?? '');
      return {
        place,
        level: chainLevels.indexOf(place.level),
        street: `${codeOf(street)} ${street?.name ?? ''}`,
        own: `${codeOf(place)} ${place.name}`,
      };
    });
    keyed.sort(
      (a, b) =>
        a.level - b.level ||
        before(a.street, b.street) ||
        before(a.own, b.own) ||
        before(a.place.id, b.place.id),
    );
    places = keyed.map(({ place }) => place);
    known.set(index, places);
  }
  return places;
}
