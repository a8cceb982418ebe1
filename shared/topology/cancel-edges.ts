import type { CoverageRings } from './coverage-rings.ts';

/** One edge in so many is put into the first table, on average; a power of two. */
const sampling = 8;

/** A number from a vertex; edges add those of their ends, so that both directions are equal. */
export function mix(x: number, y: number): number {
  const h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
}

/** The hash of an edge from the sum of its ends' numbers. */
export function finish(sum: number): number {
  const h = Math.imul(sum ^ (sum >>> 16), 0x7feb352d);
  return h ^ (h >>> 15);
}

function emptyTable(entries: number): Int32Array {
  let size = 1024;
  while (size < 2 * entries) size *= 2;
  return new Int32Array(size);
}

/** Edges for which the ring is remembered once. */
const blockEdges = 64;

/** For each block of edges the ring of the first of them; see {@link ringInBlock}. */
function ringBlocks({ ringStart, x }: CoverageRings): Int32Array {
  const blocks = new Int32Array(Math.ceil(x.length / blockEdges));
  let r = 0;
  for (let b = 0; b < blocks.length; b++) {
    while (ringStart[r + 1]! <= b * blockEdges) r++;
    blocks[b] = r;
  }
  return blocks;
}

/** Ring of edge e, in a step or two. */
function ringInBlock(ringStart: Int32Array, blocks: Int32Array, e: number): number {
  let r = blocks[Math.trunc(e / blockEdges)]!;
  while (ringStart[r + 1]! <= e) r++;
  return r;
}

/** What a search for opposite edges keeps at hand. */
interface Search {
  rings: CoverageRings;
  cancelled: Uint8Array;
  /** Edges by their hash, each one higher than its number; 0 is free. */
  table: Int32Array;
  blocks: Int32Array;
}

/** Marks e and f, and all edges after e and before f, and before e and after f, that cancel. */
function cancelRun({ rings, cancelled, blocks }: Search, e: number, f: number): void {
  const { x, y, ringStart } = rings;
  const a = ringInBlock(ringStart, blocks, e);
  const b = ringInBlock(ringStart, blocks, f);
  const startA = ringStart[a]!;
  const lastA = ringStart[a + 1]! - 2;
  const startB = ringStart[b]!;
  const lastB = ringStart[b + 1]! - 2;
  cancelled[e] = 1;
  cancelled[f] = 1;
  let p = e;
  let q = f;
  for (;;) {
    p = p === lastA ? startA : p + 1;
    q = q === startB ? lastB : q - 1;
    if (cancelled[p] === 1 || cancelled[q] === 1 || p === q) break;
    if (x[p + 1] !== x[q] || y[p + 1] !== y[q]) break;
    cancelled[p] = 1;
    cancelled[q] = 1;
  }
  p = e;
  q = f;
  for (;;) {
    p = p === startA ? lastA : p - 1;
    q = q === lastB ? startB : q + 1;
    if (cancelled[p] === 1 || cancelled[q] === 1 || p === q) break;
    if (x[p] !== x[q + 1] || y[p] !== y[q + 1]) break;
    cancelled[p] = 1;
    cancelled[q] = 1;
  }
}

/** Looks for the opposite of edge e under its hash; cancels both, or enters e. */
function enter(search: Search, e: number, hash: number): void {
  const { rings, cancelled, table } = search;
  const { x, y } = rings;
  const last = table.length - 1;
  let slot = (hash >>> 3) & last;
  for (;;) {
    const f = table[slot]! - 1;
    if (f === -1) {
      table[slot] = e + 1;
      return;
    }
    if (cancelled[f] === 0 && x[f] === x[e + 1] && y[f] === y[e + 1]) {
      if (x[f + 1] === x[e] && y[f + 1] === y[e]) {
        cancelRun(search, e, f);
        return;
      }
    }
    slot = (slot + 1) & last;
  }
}

/** Cancels the runs of ring r that have an edge whose hash ends in zeros. */
function cancelRing(search: Search, r: number): void {
  const { cancelled } = search;
  const { x, y, ringStart } = search.rings;
  const end = ringStart[r + 1]! - 1;
  let e = ringStart[r]!;
  while (e < end) {
    // Half of all edges are done with before it is their turn: they need no hash.
    if (cancelled[e] === 1) {
      e++;
      continue;
    }
    let from = mix(x[e]!, y[e]!);
    do {
      const to = mix(x[e + 1]!, y[e + 1]!);
      const hash = finish((from + to) | 0);
      if ((hash & (sampling - 1)) === 0) enter(search, e, hash);
      from = to;
      e++;
    } while (e < end && cancelled[e] === 0);
  }
}

/** Cancels what is left, edge by edge. */
function cancelRest(search: Search, kept: Uint8Array | undefined): void {
  const { rings, cancelled, blocks } = search;
  const { x, y, ringStart } = rings;
  const left = residueEdges(rings, cancelled);
  const rest = { ...search, table: emptyTable(left.length) };
  for (const e of left) {
    if (cancelled[e] === 1) continue;
    if (kept !== undefined && kept[ringInBlock(ringStart, blocks, e)] === 1) continue;
    const hash = finish((mix(x[e]!, y[e]!) + mix(x[e + 1]!, y[e + 1]!)) | 0);
    enter(rest, e, hash);
  }
}

const fourCancelled = 0x01010101;

/** Edges that are not cancelled, in order; the last vertex of a ring starts none. */
export function residueEdges(rings: CoverageRings, cancelled: Uint8Array): Int32Array {
  const { ringStart } = rings;
  const edges: number[] = [];
  // Four at a time: hardly any edges are left.
  const fours = new Int32Array(cancelled.buffer, cancelled.byteOffset, cancelled.length >> 2);
  for (let r = 0; r < rings.ringParty.length; r++) {
    const end = ringStart[r + 1]! - 1;
    let e = ringStart[r]!;
    while (e < end) {
      if ((e & 3) === 0 && e + 4 <= end && fours[e >> 2] === fourCancelled) {
        e += 4;
        continue;
      }
      if (cancelled[e] === 0) edges.push(e);
      e++;
    }
  }
  return Int32Array.from(edges);
}

/**
 * Pairs every edge with one opposite edge (same ends, other direction) as far as there are any, and
 * answers 1 for each edge so cancelled. The others are the residue. Rings in `kept` (1) take no
 * part.
 *
 * Neighbours share runs of edges, so one match is followed in both directions without looking
 * anything up. That needs only one edge of each run in the table: the first pass enters those whose
 * hash says so (the same ones on both sides, since it depends on the ends alone), the second enters
 * what is left.
 */
export function cancelEdges(rings: CoverageRings, kept?: Uint8Array): Uint8Array {
  const cancelled = new Uint8Array(rings.x.length);
  // Where borders match, only one side enters its edges.
  const table = emptyTable(rings.x.length / sampling / 2);
  const search = { rings, cancelled, table, blocks: ringBlocks(rings) };
  for (let r = 0; r < rings.ringParty.length; r++) {
    if (kept === undefined || kept[r] === 0) cancelRing(search, r);
  }
  cancelRest(search, kept);
  return cancelled;
}
