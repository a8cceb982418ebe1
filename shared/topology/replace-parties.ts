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

/** Vertices `from` to before `to` of some rings that come to stand at `at`. */
interface Move {
  rings: CoverageRings;
  from: number;
  to: number;
  at: number;
}

function move(x: Int32Array, y: Int32Array, { rings, from, to, at }: Move): void {
  x.set(rings.x.subarray(from, to), at);
  y.set(rings.y.subarray(from, to), at);
}

/**
 * Vertices moved to where they belong. Those of `old` stay in their arrays if these have the room,
 * which saves copying what may be millions: first what moves up, from the front, then what moves
 * down, from the back, so that nothing is written over before it has moved; new ones come last.
 */
function placeVertices(
  moves: readonly Move[],
  old: CoverageRings,
  vertexCount: number,
): Pick<CoverageRings, 'x' | 'y'> {
  const room = Math.min(old.x.buffer.byteLength, old.y.buffer.byteLength) / 4;
  if (room < vertexCount) {
    const [x, y] = [new Int32Array(vertexCount), new Int32Array(vertexCount)];
    for (const each of moves) move(x, y, each);
    return { x, y };
  }
  const x = new Int32Array(old.x.buffer, 0, vertexCount);
  const y = new Int32Array(old.y.buffer, 0, vertexCount);
  const kept = moves.filter(({ rings }) => rings === old);
  for (const each of kept) if (each.at < each.from) move(x, y, each);
  for (const each of kept.toReversed()) if (each.at > each.from) move(x, y, each);
  for (const each of moves) if (each.rings !== old) move(x, y, each);
  return { x, y };
}

/** Rings of all stretches, one after the other; see {@link placeVertices} for `old`. */
function joinStretches(stretches: readonly Stretch[], old: CoverageRings): CoverageRings {
  let ringCount = 0;
  let partyCount = 0;
  for (const { rings, first, end } of stretches) {
    ringCount += rings.partyRing[end]! - rings.partyRing[first]!;
    partyCount += end - first;
  }
  const joined = {
    grid: old.grid,
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
  const moves: Move[] = [];
  let vertex = 0;
  let ring = 0;
  let party = 0;
  for (const { rings, first, end } of stretches) {
    const [firstRing, endRing] = [rings.partyRing[first]!, rings.partyRing[end]!];
    const [from, to] = [rings.ringStart[firstRing]!, rings.ringStart[endRing]!];
    moves.push({ rings, from, to, at: vertex });
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
  joined.ringStart[ringCount] = vertex;
  joined.partyRing[partyCount] = ringCount;
  return { ...joined, ...placeVertices(moves, old, vertex) };
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
  const left = <T>(ofZone: T[]): T[] => {
    const kept = ofZone.slice();
    for (const party of dropped.toReversed()) {
      if (party < zoneIds.length) kept.splice(party, 1);
    }
    return kept;
  };
  const ids = left(zoneIds);
  return {
    coverage: {
      rings: joinStretches(stretches, rings),
      zoneIds: ids,
      zoneRanks: left(zoneRanks),
      exceptionCount: exceptionsLeft,
      boundaryParty: ids.length + exceptionsLeft,
      bounded: bounded && changes.get(boundaryParty) !== null,
    },
    orders: allOrders.subarray(0, count),
  };
}
