import type { CoverageGrid } from './coverage-grid.ts';
import type { EdgeTable } from './edge-table.ts';
import type { IndexedParty, IndexedRing } from './indexed-party.ts';
import type { PackedCoverage } from './packed-coverage.ts';

/** Some parties of a coverage, packed as if they were all. */
export interface PackedPart {
  coverage: PackedCoverage;
  /** First packed vertex of each ring. */
  startOf: Map<IndexedRing, number>;
  /** 1 for packed edges that cancel in the whole coverage. */
  cancelled: Uint8Array;
}

const roles = ['zone', 'exception', 'boundary'] as const;

/**
 * Packs some parties out of an edge table, in the order that they have in the whole. There is always
 * a boundary, without rings where none is given.
 */
export function packPart(
  parties: Iterable<IndexedParty>,
  table: EdgeTable,
  grid: CoverageGrid,
): PackedPart {
  const sorted = [...parties].sort(
    (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.sequence - b.sequence,
  );
  const zones = sorted.filter(({ role }) => role === 'zone');
  const exceptionCount = sorted.filter(({ role }) => role === 'exception').length;
  const boundaryParty = zones.length + exceptionCount;
  const rings = sorted.flatMap((party, number) => party.rings.map((ring) => ({ ring, number })));
  const size = rings.reduce((sum, { ring }) => sum + ring.end - ring.start, 0);
  const x = new Int32Array(size);
  const y = new Int32Array(size);
  const cancelled = new Uint8Array(size);
  const ringStart = new Int32Array(rings.length + 1);
  const ringBox = new Int32Array(4 * rings.length);
  const partyRing = new Int32Array(boundaryParty + 2);
  const startOf = new Map<IndexedRing, number>();
  let at = 0;
  rings.forEach(({ ring, number }, r) => {
    x.set(table.x.subarray(ring.start, ring.end), at);
    y.set(table.y.subarray(ring.start, ring.end), at);
    for (let i = 0; i < ring.end - ring.start; i++) {
      cancelled[at + i] = table.open[ring.start + i] === 1 ? 0 : 1;
    }
    startOf.set(ring, at);
    ringStart[r] = at;
    ringBox.set(ring.box, 4 * r);
    partyRing[number + 1]!++;
    at += ring.end - ring.start;
  });
  ringStart[rings.length] = at;
  for (let party = 0; party <= boundaryParty; party++) partyRing[party + 1]! += partyRing[party]!;
  const partySign = new Int8Array(boundaryParty + 1).fill(1);
  partySign[boundaryParty] = -1;
  return {
    coverage: {
      rings: {
        grid,
        x,
        y,
        ringStart,
        ringParty: Int32Array.from(rings, ({ number }) => number),
        ringPart: Int32Array.from(rings, ({ ring }) => ring.part),
        ringHole: Uint8Array.from(rings, ({ ring }) => ring.hole),
        ringArea: Float64Array.from(rings, ({ ring }) => ring.area),
        ringBox,
        partyRing,
        partySign,
        faults: [],
      },
      zoneIds: zones.map(({ id }) => id),
      zoneRanks: zones.map(({ rank }) => rank),
      exceptionCount,
      boundaryParty,
      bounded: true,
    },
    startOf,
    cancelled,
  };
}
