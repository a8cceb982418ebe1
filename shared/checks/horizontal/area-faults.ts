import { type CoverageRings, partyArea } from '#shared/topology/coverage-rings.ts';
import { unsoundParties } from '#shared/topology/ring-orders.ts';
import type { Ground } from './coverage-faces.ts';
import { mendArea } from './mend-area.ts';
import type { Fault } from './mend-ring.ts';

/** Whether a party has no ring at all, or a hole as large as what it was cut from. */
function isEmpty(rings: CoverageRings, party: number): boolean {
  return partyArea(rings, party) <= 0;
}

/** Numbers of the parties, ascending, whose rings need a closer look: all others are valid. */
export function faultyParties(rings: CoverageRings, orders: Uint8Array): number[] {
  const faulty = unsoundParties(rings, orders);
  const unsound = new Set(faulty);
  for (let party = 0; party < orders.length; party++) {
    if (isEmpty(rings, party) && !unsound.has(party)) faulty.push(party);
  }
  return faulty.sort((a, b) => a - b);
}

/**
 * The ground of a faulty party mended on a copy, null when none is left, and what was wrong;
 * `windsOnce` as {@link mendArea} takes it.
 */
export function mendParty(
  rings: CoverageRings,
  party: number,
  area: Ground,
  planar: boolean,
  windsOnce: boolean,
): { ground: Ground | null; faults: Fault[] } {
  const mended = mendArea(area, planar, windsOnce);
  if (mended.faults.length > 0 || !isEmpty(rings, party)) return mended;
  const [x, y] = area.coordinates.flat(3) as number[];
  const nowhere = x === undefined || y === undefined;
  const kind = nowhere ? 'no-ground' : 'zero-area';
  return { ground: null, faults: [{ kind, at: nowhere ? [0, 0] : [x, y], times: 1 }] };
}
