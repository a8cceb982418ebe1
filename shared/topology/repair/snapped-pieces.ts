import type { Arrangement } from '#shared/topology/arrangement.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import type { GridPoints } from './grid-points.ts';
import { passesPixel } from './hot-pixel.ts';
import { RepairRefused } from './repair-question.ts';
import type { Routes } from './route-edges.ts';

export type Vertex = [number, number];

/** How near to the border of two pixels (in steps) a double does not tell in which a place lies. */
const doubt = 1e-4;

/**
 * The nodes of an arrangement of edges of a coverage moved to the grid, and its pieces along the
 * routes of their edges. Nodes are made hot first, then edges are routed, then pieces can be asked.
 */
export class SnappedPieces {
  private readonly rings: CoverageRings;
  private readonly edges: Int32Array;
  private readonly arrangement: Arrangement;
  private readonly hot: GridPoints;
  private readonly points = new Map<number, Vertex>();
  private segmentsAt: Map<number, Set<number>> | null = null;

  constructor(rings: CoverageRings, edges: Int32Array, arrangement: Arrangement, hot: GridPoints) {
    this.rings = rings;
    this.edges = edges;
    this.arrangement = arrangement;
    this.hot = hot;
  }

  /** Makes both ends of a piece hot. */
  heat(piece: number): void {
    const { from, to } = this.arrangement.noded;
    this.pointOf(from[piece]!);
    this.pointOf(to[piece]!);
  }

  /** Makes all corners of the edges hot, so that edges on which they lie get them too. */
  heatCorners(): void {
    const { noded } = this.arrangement;
    for (let node = 0; node < noded.nodeCount; node++) {
      if (noded.whole[node] === 1) this.hot.add(noded.x[node]!, noded.y[node]!);
    }
  }

  /** Vertices of the piece of a half-edge in its direction; only one where it has shrunk to nothing. */
  line(half: number, routes: Routes): Vertex[] {
    const { noded } = this.arrangement;
    const piece = half >> 1;
    const e = this.edges[noded.segment[piece]!]!;
    const through = routes.get(e) ?? [];
    const u = this.stepOf(e, through, this.pointOf(noded.from[piece]!));
    const v = this.stepOf(e, through, this.pointOf(noded.to[piece]!));
    if (u === -1 || v === -1) throw new RepairRefused('failed');
    const line: Vertex[] = [];
    const turn = u <= v ? 1 : -1;
    for (let step = u; step !== v + turn; step += turn) line.push(this.vertexOf(e, through, step));
    return half & 1 ? line.reverse() : line;
  }

  /** Vertex `step` of the way of an edge: 0 is its start, then come the points that it goes through. */
  private vertexOf(e: number, through: readonly number[], step: number): Vertex {
    const { x, y } = this.rings;
    if (step === 0) return [x[e]!, y[e]!];
    const p = through[step - 1];
    return p === undefined ? [x[e + 1]!, y[e + 1]!] : [this.hot.x[p]!, this.hot.y[p]!];
  }

  /**
   * At which step the way of an edge comes through a vertex; -1 if it does not. Points are in order along
   * the edge, of which a long one may have a hundred thousand.
   */
  private stepOf(e: number, through: readonly number[], [px, py]: Vertex): number {
    const { x, y } = this.rings;
    const dx = Math.sign(x[e + 1]! - x[e]!);
    const dy = Math.sign(y[e + 1]! - y[e]!);
    const far = px * dx + py * dy;
    const farAt = (step: number): number => {
      const [vx, vy] = this.vertexOf(e, through, step);
      return vx * dx + vy * dy;
    };
    const last = through.length + 1;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (farAt(middle) < far) low = middle + 1;
      else high = middle;
    }
    for (let step = low; step <= last && farAt(step) === far; step++) {
      const [vx, vy] = this.vertexOf(e, through, step);
      if (vx === px && vy === py) return step;
    }
    return -1;
  }

  /** The grid point of a node, made hot. */
  private pointOf(node: number): Vertex {
    let point = this.points.get(node);
    if (point === undefined) {
      point = this.place(node);
      this.points.set(node, point);
      this.hot.add(...point);
    }
    return point;
  }

  private place(node: number): Vertex {
    const { noded } = this.arrangement;
    const nx = noded.x[node]!;
    const ny = noded.y[node]!;
    const near = (value: number): number[] => {
      const low = Math.floor(value);
      const rest = value - low;
      if (Math.abs(rest - 0.5) > doubt) return [Math.round(value)];
      return [low, low + 1];
    };
    const xs = near(nx);
    const ys = near(ny);
    if (xs.length + ys.length === 2) return [xs[0]!, ys[0]!];
    // The place is right to some 1e-7 steps, so one of these pixels holds it. All are made hot; any
    // through which all edges pass will do for their common point.
    let found: Vertex | null = null;
    const { segments } = this.arrangement;
    const through = this.segmentsThrough(node);
    for (const px of xs) {
      for (const py of ys) {
        this.hot.add(px, py);
        const common = [...through].every((s) =>
          passesPixel(segments.ax[s]!, segments.ay[s]!, segments.bx[s]!, segments.by[s]!, px, py),
        );
        if (common) found ??= [px, py];
      }
    }
    if (found === null) throw new RepairRefused('failed');
    return found;
  }

  private segmentsThrough(node: number): ReadonlySet<number> {
    if (this.segmentsAt === null) {
      this.segmentsAt = new Map();
      const { from, to, pieceCount, segment, whole } = this.arrangement.noded;
      for (let k = 0; k < pieceCount; k++) {
        for (const n of [from[k]!, to[k]!]) {
          if (whole[n] === 1) continue;
          const set = this.segmentsAt.get(n);
          if (set) set.add(segment[k]!);
          else this.segmentsAt.set(n, new Set([segment[k]!]));
        }
      }
    }
    return this.segmentsAt.get(node) ?? new Set();
  }
}
