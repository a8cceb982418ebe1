import { arrange } from './arrangement.ts';
import type { CoverageRings } from './coverage-rings.ts';
import { nodeSegments } from './node-segments.ts';
import { edgesAsSegments } from './residue.ts';
import { ringTouchSearch } from './rings-touch.ts';

/** Whether rings that touch nowhere nest rightly: outer rings in free ground, holes in their own. */
function nestsRightly(rings: CoverageRings, party: number): boolean {
  const { x, y, ringStart, ringBox, ringHole, partyRing } = rings;
  const first = partyRing[party]!;
  const end = partyRing[party + 1]!;
  if (end - first < 2) return true;
  for (let r = first; r < end; r++) {
    const px = x[ringStart[r]!]!;
    const py = y[ringStart[r]!]!;
    let around = 0;
    for (let other = first; other < end; other++) {
      if (other === r) continue;
      const b = 4 * other;
      if (px < ringBox[b]! || py < ringBox[b + 1]!) continue;
      if (px > ringBox[b + 2]! || py > ringBox[b + 3]!) continue;
      let inside = false;
      for (let e = ringStart[other]!; e < ringStart[other + 1]! - 1; e++) {
        if (y[e]! > py === y[e + 1]! > py) continue;
        // Exact enough: the rings do not touch, so the place is at least one step off.
        const dy = y[e + 1]! - y[e]!;
        if (x[e]! + ((py - y[e]!) / dy) * (x[e + 1]! - x[e]!) > px) inside = !inside;
      }
      if (inside) around += ringHole[other] === 1 ? -1 : 1;
    }
    if (around !== (ringHole[r] === 1 ? 1 : 0)) return false;
  }
  return true;
}

/** Whether the winding number of a party's rings is 0 or 1 everywhere, by its own arrangement. */
function windsOnce(rings: CoverageRings, party: number): boolean {
  const { ringStart, partyRing, partySign } = rings;
  const edges: number[] = [];
  for (let r = partyRing[party]!; r < partyRing[party + 1]!; r++) {
    for (let e = ringStart[r]!; e < ringStart[r + 1]! - 1; e++) edges.push(e);
  }
  const segments = edgesAsSegments(rings, Int32Array.from(edges), () => true);
  const { winding } = arrange(segments, nodeSegments(segments));
  const sign = partySign[party]!;
  return winding.every((w) => w === 0 || w === sign);
}

/**
 * The parties whose winding number is not 0 or 1 everywhere: rings that cross themselves or each
 * other, holes outside of their outer ring, parts over parts. Rings that only touch are sound.
 * 1 for each such party, 0 for the others. This is the part of the proof that looks at one party
 * at a time.
 */
export function irregularParties(rings: CoverageRings): Uint8Array {
  const partyCount = rings.partySign.length;
  const irregular = new Uint8Array(partyCount);
  const touches = ringTouchSearch(rings);
  for (let party = 0; party < partyCount; party++) {
    const sound = touches(party) ? windsOnce(rings, party) : nestsRightly(rings, party);
    if (!sound) irregular[party] = 1;
  }
  return irregular;
}
