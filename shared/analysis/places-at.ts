import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { type ChainPlace, chainLevels, parentIdOf } from '#shared/chain/chain-place.ts';
import { toGrid } from '#shared/geo/grid.ts';

/**
 * The places that stand above a position, from the district down to the zone given. What the records
 * leave open (a road that belongs to a street says nothing about the community) is filled in from the
 * ground at the position ([longitude, latitude]).
 */
export function placesAt(
  index: ChainIndex,
  zoneId: string | null,
  position: readonly [number, number],
): ChainPlace[] {
  const [x, y] = position.map(toGrid) as [number, number];
  const lowest = index.places.get(zoneId ?? '') ?? null;
  const byLevel = new Map<ChainPlace['level'], ChainPlace>();
  for (let place = lowest; place && !byLevel.has(place.level); ) {
    byLevel.set(place.level, place);
    place = index.places.get(parentIdOf(place) ?? '') ?? null;
  }
  const fill = (level: ChainPlace['level'], id: string | undefined) => {
    const place = index.places.get(id ?? '');
    if (place && !byLevel.has(level)) byLevel.set(level, place);
  };
  const community = index.communities.one(x, y);
  const street = byLevel.get('street')?.id;
  // Ground of a community in another street would contradict the records.
  if (!street || community?.streetId === street) fill('community', community?.id);
  fill('street', community?.streetId ?? undefined);
  fill('street', index.streets.one(x, y)?.id);
  fill('district', index.input.district?.id);
  return chainLevels.flatMap((level) => byLevel.get(level) ?? []);
}
