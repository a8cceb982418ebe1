import type { GroundLocator } from '#shared/chain/ground-locator.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { Zone } from '#shared/model/zone.ts';
import { blockOf, roadPieces } from './road-pieces.ts';

/**
 * Metres of road by zone: of a strip its own length, of blocks and sites that of the strips running through
 * them, by pieces of 20 m. Road on ground of no block counts to none (null). Takes a step for each zone.
 * @param locator finds the zones at a position
 */
export function* roadLengths(
  zones: readonly Zone[],
  locator: GroundLocator<Zone>,
): Generator<void, Map<string | null, number>, undefined> {
  const lengths = new Map<string | null, number>();
  const add = (id: string | null, metres: number) =>
    lengths.set(id, (lengths.get(id) ?? 0) + metres);
  for (const zone of zones) {
    for (const { middle, lengthM } of roadPieces(zone)) {
      add(zone.id, lengthM);
      const [x = 0, y = 0] = middle;
      add(blockOf(locator.at(toGrid(x), toGrid(y))), lengthM);
    }
    yield;
  }
  return lengths;
}

/** The same without a pause. */
export function roadLengthsAtOnce(
  zones: readonly Zone[],
  locator: GroundLocator<Zone>,
): Map<string | null, number> {
  const measuring = roadLengths(zones, locator);
  let measured = measuring.next();
  while (!measured.done) measured = measuring.next();
  return measured.value;
}
