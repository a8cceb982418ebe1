import type { CoverageRings } from './coverage-rings.ts';
import { packRings, type PartyGeometry } from './pack-rings.ts';
import type { Ground, PackedCoverage } from './packed-coverage.ts';
import { ringOrders } from './ring-orders.ts';

/** A coverage on its grid and how the rings of each party stand to each other ({@link ringOrders}). */
export interface OrderedCoverage {
  coverage: PackedCoverage;
  orders: Uint8Array;
}

/** Some parties that follow each other in one set of rings: parties `first` to before `end`. */
interface Stretch {
  rings: CoverageRings;
  first: number;
  end: number;
}

/**
 * Rings of all stretches, one after the other. With `inPlace`, where all are from these rings and
 * in their order, they move up inside their arrays, which saves copying what may be millions.
 */
function joinStretches(
  stretches: readonly Stretch[],
  grid: CoverageRings['grid'],
  inPlace: CoverageRings | null,
): CoverageRings {
  let vertexCount = 0;
  let ringCount = 0;
  let partyCount = 0;
  for (const { rings, first, end } of stretches) {
    const { partyRing, ringStart } = rings;
    vertexCount += ringStart[partyRing[end]!]! - ringStart[partyRing[first]!]!;
    ringCount += partyRing[end]! - partyRing[first]!;
    partyCount += end - first;
  }
  const joined: CoverageRings = inPlace
    ? {
        grid,
        x: inPlace.x.subarray(0, vertexCount),
        y: inPlace.y.subarray(0, vertexCount),
        ringStart: inPlace.ringStart.subarray(0, ringCount + 1),
        ringParty: inPlace.ringParty.subarray(0, ringCount),
        ringPart: inPlace.ringPart.subarray(0, ringCount),
        ringHole: inPlace.ringHole.subarray(0, ringCount),
        ringArea: inPlace.ringArea.subarray(0, ringCount),
        ringBox: inPlace.ringBox.subarray(0, 4 * ringCount),
        partyRing: inPlace.partyRing.subarray(0, partyCount + 1),
        partySign: inPlace.partySign.subarray(0, partyCount),
        faults: [],
      }
    : {
        grid,
        x: new Int32Array(vertexCount),
        y: new Int32Array(vertexCount),
        ringStart: new Int32Array(ringCount + 1),
        ringParty: new Int32Array(ringCount),
        ringPart: new Int32Array(ringCount),
        ringHole: new Uint8Array(ringCount),
        ringArea: new Float64Array(ringCount),
        ringBox: new Int32Array(4 * ringCount),
        partyRing: new Int32Array(partyCount + 1),
        partySign: new Int8Array(partyCount),
        faults: [],
      };
  let vertex = 0;
  let ring = 0;
  let party = 0;
  for (const { rings, first, end } of stretches) {
    const [firstRing, endRing] = [rings.partyRing[first]!, rings.partyRing[end]!];
    const [from, to] = [rings.ringStart[firstRing]!, rings.ringStart[endRing]!];
    joined.x.set(rings.x.subarray(from, to), vertex);
    joined.y.set(rings.y.subarray(from, to), vertex);
    joined.ringPart.set(rings.ringPart.subarray(firstRing, endRing), ring);
    joined.ringHole.set(rings.ringHole.subarray(firstRing, endRing), ring);
    joined.ringArea.set(rings.ringArea.subarray(firstRing, endRing), ring);
    joined.ringBox.set(rings.ringBox.subarray(4 * firstRing, 4 * endRing), 4 * ring);
    joined.partySign.set(rings.partySign.subarray(first, end), party);
    for (let r = firstRing; r < endRing; r++) {
      joined.ringStart[ring + r - firstRing] = rings.ringStart[r]! - from + vertex;
      joined.ringParty[ring + r - firstRing] = rings.ringParty[r]! - first + party;
    }
    for (let p = first; p < end; p++) {
      joined.partyRing[party + p - first] = rings.partyRing[p]! - firstRing + ring;
    }
    vertex += to - from;
    ring += endRing - firstRing;
    party += end - first;
  }
  joined.ringStart[ringCount] = vertexCount;
  joined.partyRing[partyCount] = ringCount;
  return joined;
}

/**
 * The coverage with other ground for some parties (by their numbers), or without those whose ground
 * is null. Only what changes is packed and looked at anew; the numbers of the parties close up.
 * The coverage given is used up: its arrays may become those of the answer.
 * @throws TooWideError when new ground is out of reach.
 */
export function replaceParties(
  { coverage, orders }: OrderedCoverage,
  changes: ReadonlyMap<number, Ground | null>,
): OrderedCoverage {
  const { rings, zoneIds, zoneRanks, exceptionCount, boundaryParty, bounded } = coverage;
  const partyCount = rings.partySign.length;
  const changed = [...changes.keys()].sort((a, b) => a - b);
  const renewed: PartyGeometry[] = [];
  for (const party of changed) {
    const geometry = changes.get(party);
    if (geometry) renewed.push({ geometry, sign: rings.partySign[party] === -1 ? -1 : 1 });
  }
  const fresh = packRings(renewed, rings.grid);
  const freshOrders = ringOrders(fresh);
  const stretches: Stretch[] = [];
  const allOrders = new Uint8Array(partyCount);
  let count = 0;
  let next = 0;
  function keep(first: number, end: number): void {
    if (end === first) return;
    stretches.push({ rings, first, end });
    allOrders.set(orders.subarray(first, end), count);
    count += end - first;
  }
  let start = 0;
  for (const party of changed) {
    keep(start, party);
    start = party + 1;
    if (!changes.get(party)) continue;
    stretches.push({ rings: fresh, first: next, end: next + 1 });
    allOrders[count++] = freshOrders[next++]!;
  }
  keep(start, partyCount);
  const dropped = changed.filter((party) => !changes.get(party));
  const exceptionsLeft =
    exceptionCount -
    dropped.filter((party) => party >= zoneIds.length && party < boundaryParty).length;
  const left = <T>(ofZone: T[]): T[] =>
    dropped.length > 0 ? ofZone.filter((_, zone) => changes.get(zone) !== null) : ofZone;
  const ids = left(zoneIds);
  return {
    coverage: {
      rings: joinStretches(stretches, rings.grid, renewed.length === 0 ? rings : null),
      zoneIds: ids,
      zoneRanks: left(zoneRanks),
      exceptionCount: exceptionsLeft,
      boundaryParty: ids.length + exceptionsLeft,
      bounded: bounded && changes.get(boundaryParty) !== null,
    },
    orders: allOrders.subarray(0, count),
  };
}
