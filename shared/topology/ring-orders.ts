import { arrange } from './arrangement.ts';
import type { CoverageRings } from './coverage-rings.ts';
import { nodeSegments } from './node-segments.ts';
import { edgesAsSegments, ringEdges } from './edges-as-segments.ts';
import { RingTouchSearch } from './rings-touch.ts';

/** Whether rings that touch nowhere nest rightly: outer rings in free ground, holes in their own. */
function nestsRightly(rings: CoverageRings, party: number): boolean {
  const { x, y, ringStart, ringBox, ringHole, ringPart, partyRing } = rings;
  const first = partyRing[party]!;
  const end = partyRing[party + 1]!;
  if (end - first < 2) return true;
  for (let r = first; r < end; r++) {
    const px = x[ringStart[r]!]!;
    const py = y[ringStart[r]!]!;
    let around = 0;
    // A hole in another polygon's ground is none of its own.
    let isHome = ringHole[r] === 0;
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
      if (!inside) continue;
      around += ringHole[other] === 1 ? -1 : 1;
      if (ringHole[other] === 0 && ringPart[other] === ringPart[r]) isHome = true;
    }
    if (!isHome || around !== (ringHole[r] === 1 ? 1 : 0)) return false;
  }
  return true;
}

/** Whether the rings from `first` to before `end` wind round no place but 0 or `once` times. */
function ringsWindOnce(rings: CoverageRings, first: number, end: number, once: number): boolean {
  const segments = edgesAsSegments(rings, ringEdges(rings, first, end), () => true);
  const { winding } = arrange(segments, nodeSegments(segments));
  return winding.every((w) => w === 0 || w === once);
}

/**
 * Whether a party's winding number is 0 or 1 everywhere because each ring goes round its ground
 * once, each polygon's holes lie in its outer ring, and no polygon lies over another. The sum alone
 * would not do: a lobe that winds the wrong way may hide under another polygon.
 */
function windsOnce(rings: CoverageRings, party: number, search: RingTouchSearch): boolean {
  const { ringPart, ringHole } = rings;
  const sign = rings.partySign[party]!;
  const first = rings.partyRing[party]!;
  const end = rings.partyRing[party + 1]!;
  for (let r = first; r < end; r++) {
    // A ring that touches itself nowhere is simple.
    if (!search.ringTouches(r)) continue;
    if (!ringsWindOnce(rings, r, r + 1, ringHole[r] === 1 ? -sign : sign)) return false;
  }
  let start = first;
  for (let r = first + 1; r <= end; r++) {
    if (r < end && ringPart[r] === ringPart[start]) continue;
    if (r - start > 1 && !ringsWindOnce(rings, start, r, sign)) return false;
    start = r;
  }
  const onePart = ringPart[end - 1] === ringPart[first];
  return onePart || ringsWindOnce(rings, first, end, sign);
}

/** How the rings of one party stand to each other. */
export const ringOrder = {
  /** Simple rings that touch nowhere and nest rightly. */
  simple: 0,
  /** They touch or go back over themselves, but wind round every place once at most. */
  touching: 1,
  /** They cross, or nest wrongly: some place lies in them twice, or less than not at all. */
  irregular: 2,
} as const;

/**
 * The {@link ringOrder} of each party. This is the part of the proof that looks at one party at a
 * time: when all are simple or touching, each one's winding number is 0 or 1 everywhere.
 */
export function ringOrders(rings: CoverageRings): Uint8Array {
  const partyCount = rings.partySign.length;
  const orders = new Uint8Array(partyCount);
  const search = new RingTouchSearch(rings);
  for (let party = 0; party < partyCount; party++) {
    if (search.touches(party)) {
      orders[party] = windsOnce(rings, party, search) ? ringOrder.touching : ringOrder.irregular;
    } else if (!nestsRightly(rings, party)) {
      orders[party] = ringOrder.irregular;
    }
  }
  return orders;
}

/**
 * Numbers of the parties that are not valid as they came: rings left out, closed or without some
 * positions, rings that touch, cross or nest wrongly. All others need no closer look.
 */
export function unsoundParties(rings: CoverageRings, orders = ringOrders(rings)): number[] {
  const found = new Set(rings.faults.map(({ party }) => party));
  for (let party = 0; party < orders.length; party++) {
    if (orders[party] !== ringOrder.simple) found.add(party);
  }
  return [...found].sort((a, b) => a - b);
}
