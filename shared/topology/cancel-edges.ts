import type { CoverageRings } from './coverage-rings.ts';

/** The first pass enters one edge in so many, on average: 2 to the power of this. */
const samplingBits = 3;
/** Slots of a table at first; a power of two. */
const fewSlots = 2 ** 14;

/** A number from an edge, the same for both directions: from its middle. Its highest bits are best. */
function edgeNumber(x: Int32Array, y: Int32Array, e: number): number {
  const sumX = (x[e]! + x[e + 1]!) | 0;
  const sumY = (y[e]! + y[e + 1]!) | 0;
  return Math.imul(sumX, 0x9e3779b1) ^ Math.imul(sumY, 0x85ebca6b);
}

/** All bits of a number as good as its highest ones. */
function spread(number: number): number {
  const h = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/** The hash of edge e, the same for both directions. */
export function edgeHash(x: Int32Array, y: Int32Array, e: number): number {
  return spread(edgeNumber(x, y, e));
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
  /** Entries that the table can still take, and room to clear it; see {@link clearTable}. */
  room: number;
  waiting: Int32Array;
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

/**
 * Takes edges that have found their opposite out of a full table, and gives it more slots where most
 * are still waiting. Zones mostly come with their neighbours near, so few wait at a time: a table of
 * so few stays in the cache of the processor, which one of all edges does not.
 */
function clearTable(search: Search): void {
  const { rings, cancelled, table, waiting } = search;
  let count = 0;
  for (let i = 0; i < table.length; i++) {
    const e = table[i]! - 1;
    if (e !== -1 && cancelled[e] === 0) waiting[count++] = e;
  }
  let size = table.length;
  while (size < 8 * count) size *= 2;
  if (size === table.length) {
    table.fill(0);
  } else {
    search.table = new Int32Array(size);
    search.waiting = new Int32Array(size / 2);
  }
  for (let i = 0; i < count; i++) {
    const e = waiting[i]!;
    let slot = edgeHash(rings.x, rings.y, e) & (size - 1);
    while (search.table[slot] !== 0) slot = (slot + 1) & (size - 1);
    search.table[slot] = e + 1;
  }
  search.room = size / 2 - count;
}

/** Looks for the opposite of edge e under its hash; cancels both, or enters e. */
function enter(search: Search, e: number, hash: number): void {
  const { rings, cancelled, table } = search;
  const { x, y } = rings;
  const last = table.length - 1;
  let slot = hash & last;
  for (;;) {
    const f = table[slot]! - 1;
    if (f === -1) {
      table[slot] = e + 1;
      if (--search.room === 0) clearTable(search);
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

/** Cancels the runs of ring r that have an edge whose number begins with zeros. */
function cancelRing(search: Search, r: number): void {
  const { cancelled } = search;
  const { x, y, ringStart } = search.rings;
  const end = ringStart[r + 1]! - 1;
  for (let e = ringStart[r]!; e < end; e++) {
    // Half of all edges are done with before it is their turn: they need no number.
    if (cancelled[e] === 1) continue;
    const number = edgeNumber(x, y, e);
    if (number >>> (32 - samplingBits) === 0) enter(search, e, spread(number));
  }
}

/** Cancels what is left, edge by edge, and answers what then remains. */
function cancelRest(search: Search, kept: Uint8Array | undefined): Int32Array {
  const { rings, cancelled, blocks } = search;
  const { x, y, ringStart } = rings;
  const left = leftEdges(rings, cancelled);
  search.table.fill(0);
  search.room = search.table.length / 2;
  for (let i = 0; i < left.length; i++) {
    const e = left[i]!;
    if (cancelled[e] === 1) continue;
    if (kept !== undefined && kept[ringInBlock(ringStart, blocks, e)] === 1) continue;
    enter(search, e, edgeHash(x, y, e));
  }
  let count = 0;
  for (let i = 0; i < left.length; i++) {
    if (cancelled[left[i]!] === 0) left[count++] = left[i]!;
  }
  return left.slice(0, count);
}

const fourCancelled = 0x01010101;

/** Edges that are not cancelled, in order; the last vertex of a ring starts none. */
function leftEdges(rings: CoverageRings, cancelled: Uint8Array): Int32Array {
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

/** What has become of the edges of a coverage. */
export interface CancelledEdges {
  /** 1 for each edge that has its opposite. */
  cancelled: Uint8Array;
  /** All others, in order. */
  residue: Int32Array;
}

/**
 * Pairs every edge with one opposite edge (same ends, other direction) as far as there are any. Rings
 * in `kept` (1) take no part.
 *
 * Neighbours share runs of edges, so one match is followed in both directions without looking
 * anything up. That needs only one edge of each run in the table: the first pass enters those whose
 * number says so (the same ones on both sides, since it depends on the ends alone), the second enters
 * what is left.
 */
export function cancelEdges(rings: CoverageRings, kept?: Uint8Array): CancelledEdges {
  const cancelled = new Uint8Array(rings.x.length);
  const table = new Int32Array(fewSlots);
  const search: Search = {
    rings,
    cancelled,
    table,
    room: fewSlots / 2,
    waiting: new Int32Array(fewSlots / 2),
    blocks: ringBlocks(rings),
  };
  for (let r = 0; r < rings.ringParty.length; r++) {
    if (kept === undefined || kept[r] === 0) cancelRing(search, r);
  }
  return { cancelled, residue: cancelRest(search, kept) };
}
