import type { CoverageRings } from '#shared/topology/coverage-rings.ts';

/**
 * The floor: every edge looked up once in a plain hash table for its opposite. Answers how many have
 * none, which is all that this says.
 */
export function unmatchedEdges({ x, y, ringStart, ringParty }: CoverageRings): number {
  let size = 1024;
  while (size < 2 * x.length) size *= 2;
  const table = new Int32Array(size);
  const taken = new Uint8Array(x.length);
  let unmatched = 0;
  for (let r = 0; r < ringParty.length; r++) {
    for (let e = ringStart[r]!; e < ringStart[r + 1]! - 1; e++) {
      let hash =
        Math.imul(x[e]! + x[e + 1]!, 0x9e3779b1) ^ Math.imul(y[e]! + y[e + 1]!, 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      let slot = (hash ^ (hash >>> 13)) & (size - 1);
      for (;;) {
        const f = table[slot]! - 1;
        if (f === -1) {
          table[slot] = e + 1;
          unmatched++;
          break;
        }
        if (
          taken[f] === 0 &&
          x[f] === x[e + 1] &&
          y[f] === y[e + 1] &&
          x[f + 1] === x[e] &&
          y[f + 1] === y[e]
        ) {
          taken[f] = 1;
          unmatched--;
          break;
        }
        slot = (slot + 1) & (size - 1);
      }
    }
  }
  return unmatched;
}
