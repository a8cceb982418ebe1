import Flatbush from 'flatbush';
import type { CoverageRings } from './coverage-rings.ts';
import { EdgeStrips } from './edge-strips.ts';

const fewPlaces = 300;
/** Rings with more edges are divided into strips once they have been asked about so often. */
const manyEdges = 1000;
const oftenAsked = 16;

/**
 * Answers which parties cover a place given in (fractions of) steps, in ascending order. A party
 * covers a place if the rings of one of its polygons do: the outer ring goes round it, no hole does.
 */
export function partyLocator(rings: CoverageRings): (px: number, py: number) => number[] {
  const { x, y, ringStart, ringBox, ringParty, ringPart, ringHole } = rings;
  const ringCount = ringParty.length;
  let index: Flatbush | null = null;
  let asked = 0;

  /** Rings whose box holds the place. An index costs more than it saves for a few places only. */
  function ringsNear(px: number, py: number): number[] {
    if (++asked <= fewPlaces) {
      const found: number[] = [];
      for (let r = 0; r < ringCount; r++) {
        if (px < ringBox[4 * r]! || px > ringBox[4 * r + 2]!) continue;
        if (py >= ringBox[4 * r + 1]! && py <= ringBox[4 * r + 3]!) found.push(r);
      }
      return found;
    }
    if (index === null) {
      index = new Flatbush(ringCount, 16, Int32Array);
      for (let r = 0; r < ringCount; r++) {
        index.add(ringBox[4 * r]!, ringBox[4 * r + 1]!, ringBox[4 * r + 2]!, ringBox[4 * r + 3]!);
      }
      index.finish();
    }
    return index.search(px, py, px, py);
  }

  /** What edge e adds to the turns round a place: what crosses the ray to its right. */
  function turn(e: number, px: number, py: number): number {
    const ay = y[e]!;
    const by = y[e + 1]!;
    if (ay > py === by > py) return 0;
    const ax = x[e]!;
    if (ax + ((py - ay) / (by - ay)) * (x[e + 1]! - ax) <= px) return 0;
    return by > ay ? 1 : -1;
  }

  /** Of long rings, by number, the strips or how often they have been asked about. */
  const strips = new Map<number, EdgeStrips | number>();

  function goesRound(r: number, px: number, py: number): boolean {
    let turns = 0;
    const start = ringStart[r]!;
    const end = ringStart[r + 1]! - 1;
    if (end - start > manyEdges) {
      let own = strips.get(r) ?? 0;
      if (typeof own === 'number') {
        own = own < oftenAsked ? own + 1 : new EdgeStrips(y, start, end);
        strips.set(r, own);
      }
      if (typeof own !== 'number') {
        for (const e of own.at(py)) turns += turn(e, px, py);
        return turns !== 0;
      }
    }
    for (let e = start; e < end; e++) turns += turn(e, px, py);
    return turns !== 0;
  }

  return (px, py) => {
    const hits = ringsNear(px, py).filter((r) => goesRound(r, px, py));
    const parties = new Set<number>();
    for (const r of hits) {
      if (ringHole[r] === 1) continue;
      const holed = hits.some(
        (other) =>
          ringHole[other] === 1 &&
          ringParty[other] === ringParty[r] &&
          ringPart[other] === ringPart[r],
      );
      if (!holed) parties.add(ringParty[r]!);
    }
    return [...parties].sort((a, b) => a - b);
  };
}
