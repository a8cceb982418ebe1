import { BoxGrid, boxesMeet, emptyBox, joinBoxes, type StepBox } from './box-grid.ts';
import { type CoverageAnswer, inPlaceOrder, overlaidFaces } from './coverage-faces.ts';
import type { CoverageGrid } from './coverage-grid.ts';
import type { CoverageRings } from './coverage-rings.ts';
import { boxAround, edgeBoxes } from './edge-boxes.ts';
import { EdgeTable } from './edge-table.ts';
import { excessBoxes } from './excess-boxes.ts';
import { mayBeShifted } from './extent-offset.ts';
import { boxOfRings, type IndexedParty, type PartyRole, ringsFrom } from './indexed-party.ts';
import { layerOffset, leastEdges, leastShare } from './layer-offset.ts';
import { overlayResidue } from './overlay-coverage.ts';
import type { PackedCoverage } from './packed-coverage.ts';
import { type PackedPart, packPart } from './packed-part.ts';
import { PartyMeasures } from './party-measures.ts';
import { partyLocator } from './party-locator.ts';
import { type GroupAnswer, ResidueGroups } from './residue-groups.ts';
import { RingStore } from './ring-store.ts';

/** A zone or an exception as it stands now, packed alone on the index's grid, and its place. */
export interface PartyChange {
  role: Exclude<PartyRole, 'boundary'>;
  id: string;
  sequence: number;
  /** Of zones over one place only those of the highest rank answer; 0 for exceptions. */
  rank: number;
  /** Null when it is gone. */
  rings: CoverageRings | null;
}

/** Up to so many parties round some edges are all taken in. */
const fewParties = 48;

/**
 * A coverage that may change, with what is wrong in it: the same answer as {@link coverageFaces}
 * gives, with only that made again which a change has touched. Needs a boundary, and parties whose
 * rings wind round each place once at most (see ringOrders).
 */
export class CoverageIndex {
  readonly grid: CoverageGrid;
  private readonly store: RingStore;
  private readonly groups: ResidueGroups;
  private readonly parties = new Map<string, IndexedParty>();
  private readonly places: BoxGrid<IndexedParty>;
  private readonly boundary: IndexedParty;
  private readonly measures = { zone: new PartyMeasures(), exception: new PartyMeasures() };
  private openOutline = 0;

  /** `sequences` are those that later changes tell of zones and exceptions; else their numbers. */
  constructor(
    coverage: PackedCoverage,
    sequences?: {
      zones: readonly number[];
      exceptions: readonly { id: string; sequence: number }[];
    },
  ) {
    const { rings, zoneIds, zoneRanks, boundaryParty } = coverage;
    this.grid = rings.grid;
    const partyCount = rings.partySign.length;
    let loaded = false;
    const table = new EdgeTable(rings.x, rings.y, 1 << 16, (edge, open) => {
      if (loaded) this.note(edge, open);
    });
    this.store = new RingStore(table, rings.x.length);
    const all: IndexedParty[] = [];
    for (let party = 0; party < partyCount; party++) {
      const role =
        party === boundaryParty ? 'boundary' : party < zoneIds.length ? 'zone' : 'exception';
      const number = role === 'exception' ? party - zoneIds.length : party;
      const exception = role === 'exception' ? sequences?.exceptions[number] : undefined;
      const own = ringsFrom(rings, party, rings.ringStart[rings.partyRing[party]!]!);
      all.push({
        id: exception?.id ?? zoneIds[party] ?? String(number),
        role,
        sequence: exception?.sequence ?? sequences?.zones[party] ?? number,
        rank: zoneRanks[party] ?? 0,
        sign: role === 'boundary' ? -1 : 1,
        rings: own,
        box: boxOfRings(own),
      });
    }
    this.boundary = all[boundaryParty]!;
    const [left, bottom, right, top] = this.boundary.box;
    const across = Math.max(right - left, top - bottom, 1);
    const cellSize = across / Math.max(1, Math.min(1024, Math.sqrt(partyCount)));
    this.places = new BoxGrid(cellSize);
    this.groups = new ResidueGroups(
      () => table,
      cellSize,
      (edges) => this.overlay(edges),
    );
    for (const party of all) {
      if (party.role !== 'boundary') this.keep(party.role, party);
      this.store.adopt(party);
    }
    loaded = true;
    for (const party of all) {
      for (const { start, end } of party.rings) {
        for (let e = start; e < end - 1; e++) if (table.open[e] === 1) this.note(e, true);
      }
    }
    this.groups.settle();
  }

  /** Bytes of the arrays that hold vertices and edges. */
  get bytes(): number {
    return this.store.bytes;
  }

  /** Takes up changes of parties and brings the answer up to date. Answers what ground they touch. */
  update(changes: readonly PartyChange[]): StepBox[] {
    const touched = changes.map((change) => this.change(change));
    for (const box of touched) this.groups.disturb(box);
    this.groups.settle();
    return touched;
  }

  /** All that is wrong, and how the ground adds up; null when zones may lie off the boundary alike. */
  answer(): Omit<CoverageAnswer, 'offset' | 'numbers'> | null {
    if (this.mayBeShifted()) return null;
    const sums = {
      boundary: areaOf(this.boundary),
      covered: this.measures.zone.sum(),
      gap: 0,
      overlap: 0,
      outside: 0,
      exception: this.measures.exception.sum(),
    };
    const found: Pick<CoverageAnswer, 'gaps' | 'overlaps' | 'outside'> = {
      gaps: [],
      overlaps: [],
      outside: [],
    };
    for (const { gaps, overlaps, outside, areas } of this.groups.faces()) {
      for (const region of gaps) found.gaps.push(region);
      for (const region of overlaps) found.overlaps.push(region);
      for (const region of outside) found.outside.push(region);
      if (!areas) continue;
      for (const kind of ['covered', 'gap', 'overlap', 'outside', 'exception'] as const) {
        sums[kind] += areas[kind];
      }
    }
    for (const list of Object.values(found)) list.sort(inPlaceOrder);
    const balance = sums.boundary - sums.covered - sums.gap - sums.exception;
    return { ...found, areas: { ...sums, balance }, coveredM2: sums.covered };
  }

  /** Zones and exceptions round a place, packed; the place in grid steps. */
  around(px: number, py: number): PackedCoverage {
    return packPart(this.places.search([px, py, px, py]), this.store.table, this.grid).coverage;
  }

  /** Ground of a zone in m², 0 when there is none of that name. */
  zoneArea(id: string): number {
    const party = this.parties.get(keyOf({ role: 'zone', id }));
    return party ? areaOf(party) : 0;
  }

  private note(edge: number, open: boolean): void {
    if (this.store.ownerOf(edge) === this.boundary) this.openOutline += open ? 1 : -1;
    this.groups.note(edge, open);
  }

  private change({ role, id, sequence, rank, rings }: PartyChange): StepBox {
    const key = keyOf({ role, id });
    const before = this.parties.get(key);
    if (before) this.places.remove(before);
    if (rings === null) {
      this.parties.delete(key);
      this.measures[role].delete(id);
      const ground = before?.box ?? emptyBox;
      if (before) this.store.drop(before);
      return ground;
    }
    const party = before ?? { id, role, sequence, rank, sign: 1, rings: [], box: emptyBox };
    let touched: StepBox = party.box;
    if (before && before.sequence === sequence && before.rank === rank) {
      touched = this.store.replace(party, rings);
    } else {
      if (before) this.store.drop(before);
      party.rings = [];
      party.sequence = sequence;
      party.rank = rank;
      touched = joinBoxes(touched, this.store.replace(party, rings));
    }
    this.keep(role, party);
    return touched;
  }

  private keep(role: PartyChange['role'], party: IndexedParty): void {
    this.parties.set(keyOf(party), party);
    this.places.add(party);
    this.measures[role].set(party.id, areaOf(party), party.box);
  }

  private overlay(edges: readonly number[]): GroupAnswer {
    const { table } = this.store;
    const owners = new Set(edges.map((e) => this.store.ownerOf(e)));
    const box = boxAround(edgeBoxes(table.x, table.y, edges));
    let near = this.places.search(box);
    let grounds: StepBox[] = [box];
    if (near.size > fewParties) {
      // A long way round: only where too many stand over one place others matter.
      grounds = excessBoxes(table, edges);
      near = new Set(grounds.flatMap((ground) => [...this.places.search(ground)]));
    }
    for (const party of near) owners.add(party);
    if (!owners.has(this.boundary) && grounds.some((ground) => this.outlineMeets(ground))) {
      owners.add(this.boundary);
    }
    const part = packPart(owners, table, this.grid);
    const { coverage, cancelled, startOf } = part;
    const residue = this.packedEdges(edges, startOf);
    const overlaid = overlayResidue(
      coverage,
      new Uint8Array(coverage.rings.partySign.length),
      cancelled,
      residue,
      partyLocator(coverage.rings),
    );
    const overlay = { ...overlaid, zoneArea: 0, exceptionArea: 0, boundaryArea: 0 };
    return {
      faces: overlaidFaces(coverage, overlay),
      reach: edgeBoxes(coverage.rings.x, coverage.rings.y, overlay.edges),
    };
  }

  private outlineMeets(box: StepBox): boolean {
    const { x, y } = this.store.table;
    const [left, bottom, right, top] = box;
    return this.boundary.rings.some((ring) => {
      if (!boxesMeet(ring.box, box)) return false;
      for (let e = ring.start; e < ring.end - 1; e++) {
        if ((x[e]! < left && x[e + 1]! < left) || (x[e]! > right && x[e + 1]! > right)) continue;
        if ((y[e]! < bottom && y[e + 1]! < bottom) || (y[e]! > top && y[e + 1]! > top)) continue;
        return true;
      }
      return false;
    });
  }

  /** Numbers in a packed part, ascending, of edges of the table. */
  private packedEdges(edges: readonly number[], startOf: PackedPart['startOf']): Int32Array {
    return Int32Array.from(edges, (e) => {
      const ring = this.store.ownerOf(e).rings.find(({ start, end }) => e >= start && e < end)!;
      return startOf.get(ring)! + e - ring.start;
    }).sort();
  }

  /** Whether all zones lie off the boundary alike, or may: see layer-offset.ts, extent-offset.ts. */
  private mayBeShifted(): boolean {
    const size = this.boundary.rings.reduce((sum, ring) => sum + ring.end - ring.start, 0);
    if (this.openOutline >= Math.max(leastEdges, leastShare * size)) {
      const edges = [...this.groups.edges()];
      const owners = new Set(edges.map((e) => this.store.ownerOf(e)));
      const { coverage, startOf } = packPart(owners, this.store.table, this.grid);
      if (layerOffset(coverage, this.packedEdges(edges, startOf))) return true;
    }
    return mayBeShifted(this.measures.zone.extent(), this.boundary.box, this.grid);
  }
}

function areaOf({ rings }: IndexedParty): number {
  return rings.reduce((sum, { area }) => sum + area, 0);
}

function keyOf({ role, id }: { role: PartyRole; id: string }): string {
  return `${role} ${id}`;
}
