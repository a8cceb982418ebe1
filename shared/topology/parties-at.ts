import Flatbush from 'flatbush';
import type { CoverageRings } from './coverage-rings.ts';
import { segmentSide } from './segment-side.ts';

/** Parties a position lies in, and those on whose border it lies, by number, ascending. */
export interface PartiesAt {
  inside: number[];
  border: number[];
}

type Place = 'inside' | 'border' | 'outside';

/** Where the grid point (px, py) lies to one ring. Exact. */
function placeInRing(rings: CoverageRings, r: number, px: number, py: number): Place {
  const { x, y, ringStart } = rings;
  const end = ringStart[r + 1]! - 1;
  let turns = 0;
  for (let e = ringStart[r]!; e < end; e++) {
    const side = segmentSide(x[e]!, y[e]!, x[e + 1]!, y[e + 1]!, px, py);
    if (side === null) return 'border';
    turns += side;
  }
  return turns === 0 ? 'outside' : 'inside';
}

/**
 * Answers in which parties a position lies, moved to the grid. Exact: on the border means exactly on
 * it. Positions are those of the coverage, in degrees or metres.
 */
export function partiesAt(rings: CoverageRings): (position: readonly number[]) => PartiesAt {
  const { ringBox, ringParty, ringPart, ringHole, grid } = rings;
  const ringCount = ringParty.length;
  const index = ringCount === 0 ? null : new Flatbush(ringCount, 16, Int32Array);
  for (let r = 0; r < ringCount; r++) {
    index!.add(ringBox[4 * r]!, ringBox[4 * r + 1]!, ringBox[4 * r + 2]!, ringBox[4 * r + 3]!);
  }
  index?.finish();

  return ([longitude = Number.NaN, latitude = Number.NaN]) => {
    const px = Math.round(longitude * grid.stepsPerUnit) - grid.offsetX;
    const py = Math.round(latitude * grid.stepsPerUnit) - grid.offsetY;
    // Place of the point in each polygon: outside of it, or in one of its holes, wins.
    const places = new Map<string, { party: number; place: Place; outer: boolean }>();
    for (const r of index?.search(px, py, px, py) ?? []) {
      const place = placeInRing(rings, r, px, py);
      if (place === 'outside') continue;
      const key = `${ringParty[r]} ${ringPart[r]}`;
      const entry = places.get(key) ?? { party: ringParty[r]!, place: 'inside', outer: false };
      places.set(key, entry);
      if (ringHole[r] === 0) entry.outer = true;
      if (place === 'border' && entry.place === 'inside') entry.place = 'border';
      if (place === 'inside' && ringHole[r] === 1) entry.place = 'outside';
    }
    const inside = new Set<number>();
    const border = new Set<number>();
    for (const { party, place, outer } of places.values()) {
      if (!outer || place === 'outside') continue;
      (place === 'inside' ? inside : border).add(party);
    }
    const ascending = (set: Set<number>): number[] => [...set].sort((a, b) => a - b);
    return {
      inside: ascending(inside),
      border: ascending(border).filter((party) => !inside.has(party)),
    };
  };
}
