import { emptyBox, joinBoxes, type StepBox } from './box-grid.ts';
import type { CoverageRings } from './coverage-rings.ts';
import type { EdgeTable } from './edge-table.ts';
import { boxOfRings, type IndexedParty, ringsFrom } from './indexed-party.ts';

/** The vertices of parties in an edge table, where rings may come, go and change. */
export class RingStore {
  readonly table: EdgeTable;
  /** Number of the party that each vertex belongs to. */
  private owner: Int32Array;
  private readonly owners: IndexedParty[] = [];
  private readonly numbers = new Map<IndexedParty, number>();
  /** Places of parties that are gone, by how many vertices they had. */
  private readonly free = new Map<number, number[]>();
  private used: number;

  /** `used` vertices of the table are taken already, by parties that will be adopted. */
  constructor(table: EdgeTable, used: number) {
    this.table = table;
    this.used = used;
    this.owner = new Int32Array(table.x.length);
  }

  get bytes(): number {
    return this.table.bytes + this.owner.byteLength;
  }

  ownerOf(edge: number): IndexedParty {
    return this.owners[this.owner[edge]!]!;
  }

  /** Enters the edges of a party whose vertices are in the table. */
  adopt(party: IndexedParty): void {
    const number = this.numberOf(party);
    for (const { start, end } of party.rings) {
      this.owner.fill(number, start, end);
      for (let e = start; e < end - 1; e++) this.table.add(e);
    }
  }

  /** Takes out all rings of a party. */
  drop(party: IndexedParty): void {
    const [first] = party.rings;
    if (first === undefined) return;
    for (const { start, end } of party.rings) {
      for (let e = start; e < end - 1; e++) this.table.remove(e);
    }
    const size = party.rings.at(-1)!.end - first.start;
    const places = this.free.get(size);
    if (places === undefined) this.free.set(size, [first.start]);
    else places.push(first.start);
    party.rings = [];
    party.box = emptyBox;
  }

  /** Gives a party other rings; the answer is the box around the edges that are not as before. */
  replace(party: IndexedParty, rings: CoverageRings): StepBox {
    const size = rings.x.length;
    const [first] = party.rings;
    const alike =
      first !== undefined &&
      party.rings.length === rings.ringParty.length &&
      party.rings.every(({ start, end, part, hole }, r) => {
        const length = rings.ringStart[r + 1]! - rings.ringStart[r]!;
        return end - start === length && part === rings.ringPart[r] && hole === rings.ringHole[r];
      });
    if (alike) {
      const touched = this.rewrite(party, first.start, rings);
      party.rings = ringsFrom(rings, 0, first.start);
      party.box = boxOfRings(party.rings);
      return touched;
    }
    const before = party.box;
    this.drop(party);
    const start = this.place(size);
    this.table.x.set(rings.x, start);
    this.table.y.set(rings.y, start);
    party.rings = ringsFrom(rings, 0, start);
    party.box = boxOfRings(party.rings);
    this.adopt(party);
    return joinBoxes(before, party.box);
  }

  /** Writes vertices over those of a party with rings of the same lengths. */
  private rewrite(party: IndexedParty, start: number, rings: CoverageRings): StepBox {
    const { x, y } = this.table;
    const edges: number[] = [];
    for (const ring of party.rings) {
      let moved = this.differs(ring.start, start, rings);
      for (let e = ring.start; e < ring.end - 1; e++) {
        const next = this.differs(e + 1, start, rings);
        if (moved || next) edges.push(e);
        moved = next;
      }
    }
    let box = emptyBox;
    const see = (): void => {
      for (const e of edges) {
        box = joinBoxes(box, [
          Math.min(x[e]!, x[e + 1]!),
          Math.min(y[e]!, y[e + 1]!),
          Math.max(x[e]!, x[e + 1]!),
          Math.max(y[e]!, y[e + 1]!),
        ]);
      }
    };
    see();
    for (const e of edges) this.table.remove(e);
    x.set(rings.x, start);
    y.set(rings.y, start);
    see();
    for (const e of edges) this.table.add(e);
    return box;
  }

  private differs(vertex: number, start: number, rings: CoverageRings): boolean {
    const { x, y } = this.table;
    return x[vertex] !== rings.x[vertex - start] || y[vertex] !== rings.y[vertex - start];
  }

  private place(size: number): number {
    const reused = this.free.get(size)?.pop();
    if (reused !== undefined) return reused;
    const start = this.used;
    this.used += size;
    if (this.used > this.owner.length) {
      this.table.grow(this.used);
      const owner = new Int32Array(this.table.x.length);
      owner.set(this.owner);
      this.owner = owner;
    }
    return start;
  }

  private numberOf(party: IndexedParty): number {
    let number = this.numbers.get(party);
    if (number === undefined) {
      number = this.owners.push(party) - 1;
      this.numbers.set(party, number);
    }
    return number;
  }
}
