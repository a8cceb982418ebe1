import { groupBy } from '#shared/geo/group-by.ts';
import type { CoverageRings } from './coverage-rings.ts';

/** A number that is the same for rings with the same edges, wherever they start. */
function ringHash(rings: CoverageRings, r: number): number {
  const { x, y, ringStart } = rings;
  let sum = 0;
  for (let e = ringStart[r]!; e < ringStart[r + 1]! - 1; e++) {
    let h = Math.imul(x[e]!, 0x9e3779b1) ^ Math.imul(y[e]!, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h ^= Math.imul(x[e + 1]!, 0x297a2d39) ^ Math.imul(y[e + 1]!, 0x3d4d51cb);
    sum = (sum + Math.imul(h ^ (h >>> 13), 0x7feb352d)) | 0;
  }
  return sum;
}

/** The ring's vertices from its lowest leftmost one on, as text. */
function ringText(rings: CoverageRings, r: number): string {
  const { x, y, ringStart } = rings;
  const start = ringStart[r]!;
  const count = ringStart[r + 1]! - start - 1;
  let first = 0;
  for (let i = 1; i < count; i++) {
    const dx = x[start + i]! - x[start + first]!;
    if (dx < 0 || (dx === 0 && y[start + i]! < y[start + first]!)) first = i;
  }
  return Array.from({ length: count }, (_, i) => {
    const v = start + ((first + i) % count);
    return `${x[v]},${y[v]}`;
  }).join(' ');
}

function partyText(rings: CoverageRings, party: number): string {
  const texts: string[] = [];
  for (let r = rings.partyRing[party]!; r < rings.partyRing[party + 1]!; r++) {
    texts.push(ringText(rings, r));
  }
  return texts.sort().join('|');
}

/** A number that is the same for parties with the same ground: from counts and boxes, so at hand. */
export function partyHash(rings: CoverageRings, party: number): number {
  const { ringStart, ringBox, partyRing } = rings;
  const first = partyRing[party]!;
  const last = partyRing[party + 1]!;
  let sum = Math.imul(last - first, 0x9e3779b1) ^ (ringStart[last]! - ringStart[first]!);
  for (let r = first; r < last; r++) {
    let h = Math.imul(ringBox[4 * r]!, 0x85ebca6b) ^ Math.imul(ringBox[4 * r + 1]!, 0x297a2d39);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) + ringBox[4 * r + 2]!;
    sum = (sum + Math.imul(h ^ (h >>> 13), 0x7feb352d) + ringBox[4 * r + 3]!) | 0;
  }
  return sum;
}

/** Parties (numbers below `end`, ascending) that may have a duplicate; most others are left out. */
function suspects(rings: CoverageRings, end: number): number[] {
  const { partyRing } = rings;
  const hashes = new Int32Array(end);
  for (let party = 0; party < end; party++) hashes[party] = partyHash(rings, party);
  // Sorting numbers costs less than a set of as many.
  const sorted = hashes.toSorted();
  const repeated = new Set<number>();
  for (let i = 1; i < end; i++) if (sorted[i] === sorted[i - 1]) repeated.add(sorted[i]!);
  if (repeated.size === 0) return [];
  const found: number[] = [];
  for (let party = 0; party < end; party++) {
    if (partyRing[party] !== partyRing[party + 1] && repeated.has(hashes[party]!)) {
      found.push(party);
    }
  }
  return found;
}

/**
 * Groups of parties (numbers below `end`, ascending) with exactly the same ground on the grid,
 * whatever the order and direction of their rings. Parties without rings are in none.
 */
export function duplicateParties(rings: CoverageRings, end: number): number[][] {
  const byHash = groupBy(suspects(rings, end), (party) => {
    let sum = 0;
    for (let r = rings.partyRing[party]!; r < rings.partyRing[party + 1]!; r++) {
      sum = (sum + ringHash(rings, r)) | 0;
    }
    return sum;
  });
  // Equal sums are only a suspicion.
  return [...byHash.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const byText = groupBy(group, (party) => partyText(rings, party));
      return [...byText.values()].filter((same) => same.length > 1);
    });
}
