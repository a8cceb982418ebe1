import type { CoverageRings } from './coverage-rings.ts';

/** Edges of which about one in eight is put into the first table; a power of two. */
const sampling = 8;

/** A number from a vertex; edges add those of their ends, so that both directions are equal. */
function mix(x: number, y: number): number {
  const h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
}

function finish(sum: number): number {
  const h = Math.imul(sum ^ (sum >>> 16), 0x7feb352d);
  return h ^ (h >>> 15);
}

function tableSize(entries: number): number {
  let size = 1024;
  while (size < 2 * entries) size *= 2;
  return size;
}

/**
 * Pairs every edge with one opposite edge (same ends, other direction) as far as there are any.
 * Answers the partner of each edge, or -1 for the residue: edges that do not cancel. Vertices that
 * start no edge (the last of a ring) and edges of rings in `kept` (1 = pair none) have -1 too.
 *
 * Neighbours share runs of edges, so one match is followed in both directions without looking
 * anything up. That needs only one edge of each run in the table: the first pass enters those whose
 * hash says so (the same ones on both sides, since it depends on the ends alone), the second enters
 * what is left.
 */
export function cancelEdges(rings: CoverageRings, kept?: Uint8Array): Int32Array {
  const { x, y, ringStart } = rings;
  const ringCount = rings.ringParty.length;
  const vertexCount = x.length;
  const partner = new Int32Array(vertexCount).fill(-1);
  const ringOf = new Int32Array(vertexCount);
  let edgeCount = 0;
  for (let r = 0; r < ringCount; r++) {
    ringOf.fill(r, ringStart[r]!, ringStart[r + 1]!);
    edgeCount += ringStart[r + 1]! - ringStart[r]! - 1;
  }

  /** Pairs e with f and all that follow e as f is followed backwards. */
  function follow(first: number, second: number): void {
    const a = ringOf[first]!;
    const b = ringOf[second]!;
    const startA = ringStart[a]!;
    const lastA = ringStart[a + 1]! - 2;
    const startB = ringStart[b]!;
    const lastB = ringStart[b + 1]! - 2;
    partner[first] = second;
    partner[second] = first;
    let e = first;
    let f = second;
    for (;;) {
      e = e === lastA ? startA : e + 1;
      f = f === startB ? lastB : f - 1;
      if (partner[e] !== -1 || partner[f] !== -1 || e === f) break;
      if (x[e + 1] !== x[f] || y[e + 1] !== y[f]) break;
      partner[e] = f;
      partner[f] = e;
    }
    e = first;
    f = second;
    for (;;) {
      e = e === startA ? lastA : e - 1;
      f = f === lastB ? startB : f + 1;
      if (partner[e] !== -1 || partner[f] !== -1 || e === f) break;
      if (x[e] !== x[f + 1] || y[e] !== y[f + 1]) break;
      partner[e] = f;
      partner[f] = e;
    }
  }

  function pass(mask: number, entries: number): number {
    const size = tableSize(entries);
    const table = new Int32Array(size);
    let left = 0;
    for (let r = 0; r < ringCount; r++) {
      if (kept !== undefined && kept[r] === 1) continue;
      const start = ringStart[r]!;
      const end = ringStart[r + 1]! - 1;
      let from = mix(x[start]!, y[start]!);
      for (let e = start; e < end; e++) {
        const to = mix(x[e + 1]!, y[e + 1]!);
        const h = finish((from + to) | 0);
        from = to;
        if (partner[e] !== -1) continue;
        if ((h & mask) !== 0) {
          left++;
          continue;
        }
        const ax = x[e]!;
        const ay = y[e]!;
        const bx = x[e + 1]!;
        const by = y[e + 1]!;
        let slot = (h >>> 3) & (size - 1);
        for (;;) {
          const f = table[slot]! - 1;
          if (f === -1) {
            table[slot] = e + 1;
            left++;
            break;
          }
          if (
            partner[f] === -1 &&
            x[f] === bx &&
            y[f] === by &&
            x[f + 1] === ax &&
            y[f + 1] === ay
          ) {
            follow(e, f);
            break;
          }
          slot = (slot + 1) & (size - 1);
        }
      }
    }
    return left;
  }

  pass(sampling - 1, edgeCount / sampling);
  let left = 0;
  for (let r = 0; r < ringCount; r++) {
    if (kept !== undefined && kept[r] === 1) continue;
    for (let e = ringStart[r]!; e < ringStart[r + 1]! - 1; e++) if (partner[e] === -1) left++;
  }
  if (left > 0) pass(0, left);
  return partner;
}
