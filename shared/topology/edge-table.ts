import { edgeHash } from './cancel-edges.ts';

/**
 * Directed edges in a table by their ends, kept so that of those between the same two vertices as
 * many as possible cancel: an edge is `open` when no opposite edge is left for it. Edge e goes from
 * vertex e to vertex e + 1; vertices are grid steps.
 */
export class EdgeTable {
  x: Int32Array;
  y: Int32Array;
  /** 1 for edges in the table that do not cancel. */
  open: Uint8Array;
  private next: Int32Array;
  private readonly heads: Int32Array;
  private readonly onChange: (edge: number, open: boolean) => void;

  /** Vertices are written to `x` and `y` before their edges are added. `onChange` hears of edges. */
  constructor(
    x: Int32Array,
    y: Int32Array,
    spare: number,
    onChange: (edge: number, open: boolean) => void,
  ) {
    const size = x.length + spare;
    this.x = new Int32Array(size);
    this.y = new Int32Array(size);
    this.x.set(x);
    this.y.set(y);
    this.open = new Uint8Array(size);
    this.next = new Int32Array(size);
    let heads = 1024;
    while (heads < size / 2) heads *= 2;
    this.heads = new Int32Array(heads);
    this.onChange = onChange;
  }

  get bytes(): number {
    return this.x.byteLength * 3 + this.open.byteLength + this.heads.byteLength;
  }

  /** Makes room for vertices up to `size`. */
  grow(size: number): void {
    if (size <= this.x.length) return;
    const larger = Math.max(size, Math.ceil(this.x.length * 1.25));
    const copy = (from: Int32Array): Int32Array => {
      const to = new Int32Array(larger);
      to.set(from);
      return to;
    };
    this.x = copy(this.x);
    this.y = copy(this.y);
    this.next = copy(this.next);
    const open = new Uint8Array(larger);
    open.set(this.open);
    this.open = open;
  }

  add(e: number): void {
    const head = this.headOf(e);
    let partner = -1;
    for (let f = this.heads[head]! - 1; f !== -1; f = this.next[f]! - 1) {
      if (this.open[f] === 1 && this.isOpposite(e, f)) {
        partner = f;
        break;
      }
    }
    this.next[e] = this.heads[head]!;
    this.heads[head] = e + 1;
    if (partner === -1) this.set(e, 1);
    else this.set(partner, 0);
  }

  remove(e: number): void {
    const head = this.headOf(e);
    if (this.heads[head] === e + 1) {
      this.heads[head] = this.next[e]!;
    } else {
      let f = this.heads[head]! - 1;
      while (this.next[f] !== e + 1) f = this.next[f]! - 1;
      this.next[f] = this.next[e]!;
    }
    this.next[e] = 0;
    if (this.open[e] === 1) {
      this.set(e, 0);
      return;
    }
    // The edge that it cancelled is free: another open one like it takes it, or it opens.
    let opposite = -1;
    for (let f = this.heads[head]! - 1; f !== -1; f = this.next[f]! - 1) {
      if (this.open[f] === 1) {
        if (!this.isAlike(e, f)) continue;
        this.set(f, 0);
        return;
      }
      if (opposite === -1 && this.isOpposite(e, f)) opposite = f;
    }
    if (opposite !== -1) this.set(opposite, 1);
  }

  private set(e: number, open: 0 | 1): void {
    this.open[e] = open;
    this.onChange(e, open === 1);
  }

  private headOf(e: number): number {
    return edgeHash(this.x, this.y, e) & (this.heads.length - 1);
  }

  private isOpposite(e: number, f: number): boolean {
    const { x, y } = this;
    return x[f] === x[e + 1] && y[f] === y[e + 1] && x[f + 1] === x[e] && y[f + 1] === y[e];
  }

  private isAlike(e: number, f: number): boolean {
    const { x, y } = this;
    return x[f] === x[e] && y[f] === y[e] && x[f + 1] === x[e + 1] && y[f + 1] === y[e + 1];
  }
}
