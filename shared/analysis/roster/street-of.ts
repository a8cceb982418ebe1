import { type ChainPlace, parentIdOf } from '#shared/chain/chain-place.ts';
import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { toGrid } from '#shared/geo/grid.ts';

const known = new WeakMap<ChainIndex, Map<string, string | null>>();

/**
 * Id of the street that a place belongs to: by its parents, a point by the ground it stands on. Null
 * for the district and for places without one. Places do not move while an index lives.
 */
export function streetOf(index: ChainIndex, place: ChainPlace): string | null {
  let streets = known.get(index);
  if (!streets) known.set(index, (streets = new Map()));
  let street = streets.get(place.id);
  if (street === undefined) {
    street = findStreet(index, place);
    streets.set(place.id, street);
  }
  return street;
}

function findStreet(index: ChainIndex, place: ChainPlace): string | null {
  if (place.level === 'point') {
    const [x, y] = place.record.position;
    return index.streets.one(toGrid(x), toGrid(y))?.id ?? null;
  }
  // From a zone to its street are two steps; a circle of parents leads nowhere.
  let at: ChainPlace | undefined = place;
  for (let step = 0; at && step < 3; step++) {
    if (at.level === 'street') return at.id;
    at = index.places.get(parentIdOf(at) ?? '');
  }
  return null;
}
