import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { type ChainPlace, parentIdOf } from '#shared/chain/chain-place.ts';
import { placesAt } from './places-at.ts';

/** Found once for each place: the places of an index never change. */
const known = new WeakMap<ChainIndex, Map<string, string | null>>();

/** Street of a place: by the records, for what they leave open by its ground; null above streets. */
export function streetIdOf(index: ChainIndex, place: ChainPlace): string | null {
  let streets = known.get(index);
  if (!streets) {
    streets = new Map();
    known.set(index, streets);
  }
  let street = streets.get(place.id);
  if (street === undefined) {
    street = findStreetId(index, place);
    streets.set(place.id, street);
  }
  return street;
}

function findStreetId(index: ChainIndex, place: ChainPlace): string | null {
  if (place.level === 'point') {
    const zone = index.zoneAt(place.record.position, null)?.zone.id ?? null;
    const above = placesAt(index, zone, place.record.position);
    return above.find(({ level }) => level === 'street')?.id ?? null;
  }
  const seen = new Set<string>();
  for (let at: ChainPlace | undefined = place; at && !seen.has(at.id); ) {
    if (at.level === 'street') return at.id;
    seen.add(at.id);
    at = index.places.get(parentIdOf(at) ?? '');
  }
  return null;
}
