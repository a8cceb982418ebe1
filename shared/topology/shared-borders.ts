import type { Position } from 'geojson';
import { distanceM } from '#shared/geo/distance-m.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { Area } from '#shared/model/geometry.ts';

interface Party {
  id: string;
  area: Area;
  /** Keys of its edges, ring by ring, in the order of the positions. */
  rings: { positions: readonly Position[]; edges: Float64Array }[];
}

/** Vertices at most: two of their numbers make one exact key of an edge. */
const mostVertices = 2 ** 26;

/**
 * Borders that areas share: edges between the same two grid vertices. Kept up to date area by area;
 * the many are numbered, so that a million edges need no million texts.
 */
export class SharedBorders {
  private readonly vertices = new Map<number, Map<number, number>>();
  private vertexCount = 0;
  private readonly numbers = new Map<string, number>();
  private readonly parties: (Party | undefined)[] = [];
  /** Edge -> its one or two holders, or all of them where more lie over one another. */
  private readonly holders = new Map<number, number | number[]>();
  /** Party -> neighbours, each with the metres shared. */
  private readonly lengths = new Map<number, Map<number, number>>();

  /** Adds an area or changes it; null takes it away. The same object as before changes nothing. */
  set(id: string, area: Area | null): void {
    const number = this.numberOf(id);
    const before = this.parties[number];
    if (before?.area === area) return;
    if (before) this.drop(number, before);
    if (area) this.take(number, { id, area, rings: this.ringsOf(area) });
  }

  has(id: string): boolean {
    return this.parties[this.numbers.get(id) ?? -1] !== undefined;
  }

  /** Ids of all areas. */
  *ids(): Generator<string> {
    for (const party of this.parties) if (party) yield party.id;
  }

  /** Neighbours of an area, each with the metres of border shared with it. */
  *neighboursOf(id: string): Generator<[id: string, lengthM: number]> {
    for (const [other, lengthM] of this.lengths.get(this.numbers.get(id) ?? -1) ?? []) {
      const party = this.parties[other];
      if (party) yield [party.id, lengthM];
    }
  }

  /**
   * Stretches of the border between two areas, each unbroken and as long as it can be: it ends where
   * a third area, or nobody, takes over. In the direction of the first area's rings.
   */
  between(firstId: string, secondId: string): Position[][] {
    const second = this.numbers.get(secondId);
    const first = this.parties[this.numbers.get(firstId) ?? -1];
    if (!first || second === undefined) return [];
    return first.rings.flatMap(({ positions, edges }) =>
      runsOf(positions, (e) => this.isHeld(edges[e] as number, second)),
    );
  }

  /** Whether an area has the edge between two positions, in whichever direction. */
  hasEdge(id: string, from: Position, to: Position): boolean {
    const number = this.numbers.get(id);
    const key = this.knownEdge(from, to);
    return number !== undefined && key !== null && this.isHeld(key, number);
  }

  /** Key of the edge between two positions, the same for both directions; null when no area has it. */
  knownEdge(from: Position, to: Position): number | null {
    const [a, b] = [this.knownVertex(from), this.knownVertex(to)];
    if (a === undefined || b === undefined) return null;
    const key = edgeKey(a, b);
    return this.holders.has(key) ? key : null;
  }

  /** All edges of an area with their keys and the other areas that have them. */
  edgesOf(
    id: string,
    visit: (from: Position, to: Position, key: number, others: readonly string[]) => void,
  ): void {
    const number = this.numbers.get(id) ?? -1;
    for (const { positions, edges } of this.parties[number]?.rings ?? []) {
      for (let e = 0; e < edges.length; e++) {
        const key = edges[e] as number;
        const held = this.holders.get(key);
        if (held === undefined || held === number) continue;
        const others = (typeof held === 'number' ? [held] : held).flatMap((other) =>
          other === number ? [] : (this.parties[other]?.id ?? []),
        );
        visit(positions[e] as Position, positions[e + 1] as Position, key, others);
      }
    }
  }

  private ringsOf(area: Area): Party['rings'] {
    const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
    return rings.map((positions) => {
      const edges = new Float64Array(Math.max(0, positions.length - 1));
      let last = this.vertexOf(positions[0] ?? []);
      for (let e = 0; e < edges.length; e++) {
        const next = this.vertexOf(positions[e + 1] as Position);
        edges[e] = edgeKey(last, next);
        last = next;
      }
      return { positions, edges };
    });
  }

  private take(number: number, party: Party): void {
    this.parties[number] = party;
    const shared = new Map<number, number>();
    for (const { positions, edges } of party.rings) {
      for (let e = 0; e < edges.length; e++) {
        const key = edges[e] as number;
        const held = this.holders.get(key);
        if (held === undefined) {
          this.holders.set(key, number);
          continue;
        }
        const others = typeof held === 'number' ? [held] : held;
        if (others.includes(number)) continue;
        const lengthM = distanceM(positions[e] as Position, positions[e + 1] as Position);
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + lengthM);
        this.holders.set(key, [...others, number]);
      }
    }
    this.lengths.set(number, shared);
    for (const [other, lengthM] of shared) this.lengths.get(other)?.set(number, lengthM);
  }

  private drop(number: number, party: Party): void {
    this.parties[number] = undefined;
    for (const { edges } of party.rings) {
      for (const key of edges) {
        const held = this.holders.get(key);
        if (held === number) this.holders.delete(key);
        else if (Array.isArray(held)) {
          const rest = held.filter((other) => other !== number);
          this.holders.set(key, rest.length === 1 ? (rest[0] as number) : rest);
        }
      }
    }
    for (const other of this.lengths.get(number)?.keys() ?? []) {
      this.lengths.get(other)?.delete(number);
    }
    this.lengths.delete(number);
  }

  private isHeld(key: number, number: number): boolean {
    const held = this.holders.get(key);
    return held === number || (Array.isArray(held) && held.includes(number));
  }

  private numberOf(id: string): number {
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(id, number);
    }
    return number;
  }

  private knownVertex([x = 0, y = 0]: Position): number | undefined {
    return this.vertices.get(toGrid(x))?.get(toGrid(y));
  }

  private vertexOf([x = 0, y = 0]: Position): number {
    const column = toGrid(x);
    let ofColumn = this.vertices.get(column);
    if (!ofColumn) {
      ofColumn = new Map();
      this.vertices.set(column, ofColumn);
    }
    const row = toGrid(y);
    let number = ofColumn.get(row);
    if (number === undefined) {
      number = this.vertexCount++;
      ofColumn.set(row, number);
    }
    return number;
  }
}

function edgeKey(a: number, b: number): number {
  return Math.min(a, b) * mostVertices + Math.max(a, b);
}

/** Unbroken runs of a ring's edges that are wanted, as lines; a run over the ring's start is one. */
function runsOf(ring: readonly Position[], wanted: (edge: number) => boolean): Position[][] {
  const count = ring.length - 1;
  let start = 0;
  while (start < count && wanted(start)) start++;
  if (start >= count) return count > 0 ? [[...ring]] : [];
  const lines: Position[][] = [];
  let line: Position[] | null = null;
  for (let step = 1; step <= count; step++) {
    const edge = (start + step) % count;
    if (!wanted(edge)) line = null;
    else if (line) line.push(ring[edge + 1] as Position);
    else {
      line = [ring[edge] as Position, ring[edge + 1] as Position];
      lines.push(line);
    }
  }
  return lines;
}
