import type { BalanceGraph } from './balance-problem.ts';
import { type BalanceWeights, costOf, scoreDivision } from './division-score.ts';
import { locksKept } from './locks-kept.ts';
import { treeSplit } from './tree-split.ts';

/** One in so many steps parts two neighbouring zones anew. */
const recombineEvery = 40;

/**
 * Simulated annealing over divisions: mostly one unit at a time goes over a border to the zone beyond,
 * now and then two neighbouring zones are put together and parted anew along a random tree. Zones always
 * hang together, locked borders stay borders. Runs as long as it is asked to, and keeps the best it has met.
 */
export class DivisionSearch {
  readonly best: Int32Array;
  bestCost: number;
  private readonly graph: BalanceGraph;
  private readonly weights: BalanceWeights;
  private readonly random: () => number;
  private readonly zoneOf: Int32Array;
  private readonly works: Float64Array;
  private readonly sizes: Int32Array;
  private readonly seen: Int32Array;
  private mark = 0;
  private cost: number;

  constructor(
    graph: BalanceGraph,
    start: ArrayLike<number>,
    weights: BalanceWeights,
    random: () => number,
  ) {
    this.graph = graph;
    this.weights = weights;
    this.random = random;
    this.zoneOf = Int32Array.from(start);
    this.best = this.zoneOf.slice();
    this.works = new Float64Array(graph.zoneCount);
    this.sizes = new Int32Array(graph.zoneCount);
    this.seen = new Int32Array(graph.units.length);
    this.recount();
    this.cost = this.measure();
    this.bestCost = this.cost;
  }

  /** Makes `steps` steps at a temperature in units of cost; at 0 only what is better is taken. */
  run(steps: number, temperature: number): void {
    for (let step = 0; step < steps; step++) {
      if (step % recombineEvery === recombineEvery - 1) this.recombine(temperature);
      else this.flip(temperature);
    }
  }

  /** Goes back to the best division met. */
  restart(): void {
    this.zoneOf.set(this.best);
    this.recount();
    this.cost = this.bestCost;
  }

  private recount(): void {
    this.works.fill(this.graph.zoneWork);
    this.sizes.fill(0);
    for (const [u, { work }] of this.graph.units.entries()) {
      this.works[this.zoneOf[u]!]! += work;
      this.sizes[this.zoneOf[u]!]!++;
    }
  }

  private measure(): number {
    return costOf(scoreDivision(this.graph, this.zoneOf), this.weights);
  }

  private accepts(cost: number, temperature: number): boolean {
    if (cost <= this.cost) return true;
    return temperature > 0 && this.random() < Math.exp((this.cost - cost) / temperature);
  }

  private settle(cost: number): void {
    this.cost = cost;
    if (cost >= this.bestCost - 1e-12) return;
    this.bestCost = cost;
    this.best.set(this.zoneOf);
  }

  /** Balance part of the cost, with some works in place of those of two zones. */
  private balance(from: number, to: number, moved: number): number {
    const { zoneCount, totalWork } = this.graph;
    const mean = totalWork / zoneCount;
    if (mean === 0) return 0;
    let squares = 0;
    let most = 0;
    for (let z = 0; z < zoneCount; z++) {
      const work = this.works[z]! + (z === to ? moved : z === from ? -moved : 0);
      const off = Math.abs(work - mean) / mean;
      squares += off * off;
      if (off > most) most = off;
    }
    return this.weights.balance * (squares / zoneCount + most * most);
  }

  /** Change of the other parts of the cost when a unit goes from one zone to another. */
  private otherChange(u: number, from: number, to: number): number {
    const { start, around, beyond, borders, units, totalBorderM, totalBarrierM } = this.graph;
    let cut = 0;
    let crossed = 0;
    for (let i = start[u]!; i < start[u + 1]!; i++) {
      const zone = this.zoneOf[beyond[i]!]!;
      const { lengthM, isBarrier } = borders[around[i]!]!;
      if (zone === from) {
        cut += lengthM;
        if (isBarrier) crossed -= lengthM;
      } else if (zone === to) {
        cut -= lengthM;
        if (isBarrier) crossed += lengthM;
      }
    }
    const { present, work } = units[u]!;
    let changed = 0;
    if (present === from) changed = work;
    else if (present === to) changed = -work;
    const share = (part: number, all: number) => (all === 0 ? 0 : part / all);
    return (
      this.weights.compactness * share(cut, totalBorderM) +
      this.weights.barriers * share(crossed, totalBarrierM) +
      this.weights.change * share(changed, this.held)
    );
  }

  private get held(): number {
    return heldWork(this.graph);
  }

  private flip(temperature: number): void {
    const { units, open } = this.graph;
    const { start, beyond } = open;
    const u = Math.floor(this.random() * units.length);
    const from = this.zoneOf[u]!;
    const degree = start[u + 1]! - start[u]!;
    if (degree === 0 || this.sizes[from]! < 2) return;
    const v = beyond[start[u]! + Math.floor(this.random() * degree)]!;
    const to = this.zoneOf[v]!;
    if (to === from || !this.mayGo(u, to)) return;
    const { work } = units[u]!;
    const cost =
      this.cost -
      this.balance(-1, -1, 0) +
      this.balance(from, to, work) +
      this.otherChange(u, from, to);
    if (!this.accepts(cost, temperature) || !this.hangsTogetherWithout(u, from)) return;
    this.zoneOf[u] = to;
    this.works[from]! -= work;
    this.works[to]! += work;
    this.sizes[from]!--;
    this.sizes[to]!++;
    this.settle(cost);
  }

  /** Whether no locked border of a unit would come to lie inside a zone. */
  private mayGo(u: number, to: number): boolean {
    const { start, around, beyond, borders } = this.graph;
    for (let i = start[u]!; i < start[u + 1]!; i++) {
      if (this.zoneOf[beyond[i]!] === to && borders[around[i]!]!.isLocked) return false;
    }
    return true;
  }

  private hangsTogetherWithout(u: number, zone: number): boolean {
    const { start, beyond } = this.graph.open;
    const mark = ++this.mark;
    this.seen[u] = mark;
    const queue: number[] = [];
    let reached = 0;
    for (let i = start[u]!; i < start[u + 1]! && queue.length === 0; i++) {
      if (this.zoneOf[beyond[i]!] === zone) queue.push(beyond[i]!);
    }
    if (queue.length === 0) return false;
    this.seen[queue[0]!] = mark;
    for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
      reached++;
      for (let i = start[v]!; i < start[v + 1]!; i++) {
        const w = beyond[i]!;
        if (this.seen[w] === mark || this.zoneOf[w] !== zone) continue;
        this.seen[w] = mark;
        queue.push(w);
      }
    }
    return reached === this.sizes[zone]! - 1;
  }

  private recombine(temperature: number): void {
    const { borders, units, partOf } = this.graph;
    if (borders.length === 0) return;
    const border = borders[Math.floor(this.random() * borders.length)]!;
    const [one, two] = [this.zoneOf[border.a]!, this.zoneOf[border.b]!];
    if (one === two || partOf[border.a] !== partOf[border.b]) return;
    const members = [...units.keys()].filter(
      (u) => this.zoneOf[u] === one || this.zoneOf[u] === two,
    );
    const split = treeSplit(this.graph, members, 0.5, this.random);
    if (!split) return;
    const before = members.map((u) => this.zoneOf[u]!);
    const first = new Set(split.first);
    // The side with more of what a zone has now goes on being that zone.
    const kept = members.reduce((sum, u, i) => {
      return sum + ((before[i] === one) === first.has(u) ? 1 : -1);
    }, 0);
    const [a, b] = kept >= 0 ? [one, two] : [two, one];
    for (const u of members) this.zoneOf[u] = first.has(u) ? a : b;
    const cost = locksKept(this.graph, this.zoneOf) ? this.measure() : Infinity;
    if (cost < Infinity && this.accepts(cost, temperature)) {
      this.recount();
      this.settle(cost);
      return;
    }
    for (const [i, u] of members.entries()) this.zoneOf[u] = before[i]!;
  }
}

const held = new WeakMap<BalanceGraph, number>();

/** Work that is in a zone now. */
function heldWork(graph: BalanceGraph): number {
  let sum = held.get(graph);
  if (sum === undefined) {
    sum = graph.units.reduce((all, { present, work }) => all + (present === null ? 0 : work), 0);
    held.set(graph, sum);
  }
  return sum;
}
