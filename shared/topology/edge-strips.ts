/** So many entries for each edge, on average and at most, decide how fine the strips are. */
const mostEntries = 4;

/**
 * The edges of one ring by the strips from south to north that they pass through, so that the few at
 * the height of a place are found at once however many there are.
 */
export class EdgeStrips {
  private readonly low: number;
  private readonly perStep: number;
  /** `edges[start[s] …]` are those of strip s. */
  private readonly start: Int32Array;
  private readonly edges: Int32Array;

  /** Edges `first` to before `end`, each from vertex e to vertex e + 1. */
  constructor(y: Int32Array, first: number, end: number) {
    let low = Infinity;
    let high = -Infinity;
    let climbed = 0;
    for (let e = first; e < end; e++) {
      if (y[e]! < low) low = y[e]!;
      if (y[e]! > high) high = y[e]!;
      climbed += Math.abs(y[e + 1]! - y[e]!);
    }
    const count = end - first;
    const height = high - low + 1;
    // An edge lies in one strip, and in one more for each strip's height that it climbs.
    const fine = ((mostEntries - 1) * count * height) / Math.max(1, climbed);
    const strips = Math.max(1, Math.min(count, Math.floor(fine)));
    this.low = low;
    this.perStep = strips / height;
    this.start = new Int32Array(strips + 1);
    const each = (visit: (strip: number, edge: number) => void): void => {
      for (let e = first; e < end; e++) {
        const last = this.stripOf(Math.max(y[e]!, y[e + 1]!));
        for (let s = this.stripOf(Math.min(y[e]!, y[e + 1]!)); s <= last; s++) visit(s, e);
      }
    };
    each((strip) => this.start[strip + 1]!++);
    for (let s = 0; s < strips; s++) this.start[s + 1]! += this.start[s]!;
    this.edges = new Int32Array(this.start[strips]!);
    const fill = this.start.slice(0, strips);
    each((strip, edge) => {
      this.edges[fill[strip]!++] = edge;
    });
  }

  /** The edges that may reach a height within the ring's box. */
  at(height: number): Int32Array {
    const strip = this.stripOf(height);
    return this.edges.subarray(this.start[strip], this.start[strip + 1]);
  }

  private stripOf(height: number): number {
    return Math.floor((height - this.low) * this.perStep);
  }
}
