import { emptyBox, joinBoxes, type StepBox } from './box-grid.ts';
import type { CoverageRings } from './coverage-rings.ts';

export type PartyRole = 'zone' | 'exception' | 'boundary';

/** A ring whose vertices are `start` to before `end` of an edge table. */
export interface IndexedRing {
  start: number;
  end: number;
  part: number;
  hole: 0 | 1;
  /** m², negative for holes. */
  area: number;
  box: StepBox;
}

/** A zone, an exception or the boundary of a coverage that may change. */
export interface IndexedParty {
  id: string;
  role: PartyRole;
  /** Place among those of its role. */
  sequence: number;
  /** See {@link PackedCoverage.zoneRanks}; 0 for all but zones. */
  rank: number;
  sign: 1 | -1;
  rings: IndexedRing[];
  box: StepBox;
}

/** The rings of a party with their vertices from `start` on. */
export function ringsFrom(rings: CoverageRings, party: number, start: number): IndexedRing[] {
  const { ringStart, ringPart, ringHole, ringArea, ringBox, partyRing } = rings;
  const first = partyRing[party]!;
  const shift = start - ringStart[first]!;
  const list: IndexedRing[] = [];
  for (let r = first; r < partyRing[party + 1]!; r++) {
    list.push({
      start: ringStart[r]! + shift,
      end: ringStart[r + 1]! + shift,
      part: ringPart[r]!,
      hole: ringHole[r] === 1 ? 1 : 0,
      area: ringArea[r]!,
      box: [ringBox[4 * r]!, ringBox[4 * r + 1]!, ringBox[4 * r + 2]!, ringBox[4 * r + 3]!],
    });
  }
  return list;
}

export function boxOfRings(rings: readonly IndexedRing[]): StepBox {
  return rings.reduce((box, ring) => joinBoxes(box, ring.box), emptyBox);
}
