import { cross } from '#shared/topology/orientation.ts';
import { simpleLoops } from '#shared/topology/simple-loops.ts';
import { GridPoints } from './grid-points.ts';

/** Bound on the number of vertices, so that the numbers of two make one exact double. */
const keyBase = 2 ** 26;

/** Borders that do not close, or go round some ground twice: the account is wrong. */
export class LedgerError extends Error {}

/** Whether direction d comes before e, turning clockwise from direction b. Exact. */
function before(bx: number, by: number, dx: number, dy: number, ex: number, ey: number): boolean {
  const half = (x: number, y: number): number => {
    const side = cross(bx, by, x, y);
    if (side !== 0) return side < 0 ? 0 : 2;
    return bx * x + by * y < 0 ? 1 : 3;
  };
  const d = half(dx, dy);
  const e = half(ex, ey);
  return d === e ? cross(dx, dy, ex, ey) < 0 : d < e;
}

/**
 * The border of some ground as directed edges between grid points, the ground on their left. Edges
 * that run there and back cancel, so that ground is added and taken away by its border alone.
 */
export class EdgeLedger {
  private readonly points = new GridPoints();
  /** Net number of runs from the lower vertex to the higher one, by both. */
  private readonly net = new Map<number, number>();

  /** Enters the edge a–b; `times` -1 takes it out again. */
  add(ax: number, ay: number, bx: number, by: number, times: 1 | -1 = 1): void {
    const a = this.points.add(ax, ay);
    const b = this.points.add(bx, by);
    if (a === b) return;
    const key = a < b ? a * keyBase + b : b * keyBase + a;
    const sum = (this.net.get(key) ?? 0) + (a < b ? times : -times);
    // Deleting keeps the order of what stays: rings keep their start.
    if (sum === 0) this.net.delete(key);
    else this.net.set(key, sum);
  }

  /** Enters a line of vertices [x, y]. */
  addLine(line: readonly (readonly [number, number])[], times: 1 | -1 = 1): void {
    for (let i = 1; i < line.length; i++) this.add(...line[i - 1]!, ...line[i]!, times);
  }

  /**
   * The border as closed rings that visit no vertex twice, outer rings counter-clockwise and holes
   * clockwise; each a list of vertices [x, y], the last like the first.
   * @throws LedgerError when the edges bound no ground
   */
  rings(): [number, number][][] {
    const { x, y } = this.points;
    const out = new Map<number, number[]>();
    const edges: [number, number][] = [];
    for (const [key, sum] of this.net) {
      if (sum !== 1 && sum !== -1) throw new LedgerError('an edge runs twice in one direction');
      const low = Math.floor(key / keyBase);
      const high = key % keyBase;
      const edge: [number, number] = sum === 1 ? [low, high] : [high, low];
      const number = edges.push(edge) - 1;
      const list = out.get(edge[0]);
      if (list) list.push(number);
      else out.set(edge[0], [number]);
    }
    const next = (edge: number): number => {
      const [u, v] = edges[edge]!;
      const ways = out.get(v) ?? [];
      let best = -1;
      for (const way of ways) {
        if (best === -1) {
          best = way;
          continue;
        }
        const w = edges[way]![1];
        const b = edges[best]![1];
        const backX = x[u]! - x[v]!;
        const backY = y[u]! - y[v]!;
        if (before(backX, backY, x[w]! - x[v]!, y[w]! - y[v]!, x[b]! - x[v]!, y[b]! - y[v]!)) {
          best = way;
        }
      }
      if (best === -1) throw new LedgerError('a border has an open end');
      return best;
    };
    const used = new Uint8Array(edges.length);
    const rings: [number, number][][] = [];
    for (let start = 0; start < edges.length; start++) {
      if (used[start] === 1) continue;
      const walk: number[] = [];
      let edge = start;
      do {
        if (used[edge] === 1) throw new LedgerError('borders cross');
        used[edge] = 1;
        walk.push(edges[edge]![0]);
        edge = next(edge);
      } while (edge !== start);
      for (const loop of simpleLoops(walk)) {
        const ring = loop.map((n): [number, number] => [x[n]!, y[n]!]);
        rings.push([...ring, ring[0]!]);
      }
    }
    return rings;
  }
}
