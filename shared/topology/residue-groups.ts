import { BoxGrid, boxesMeet, joinBoxes, type StepBox } from './box-grid.ts';
import type { overlaidFaces } from './coverage-faces.ts';
import { boxAround, boxesTouch, type EdgeBoxes, edgeBoxes } from './edge-boxes.ts';
import type { EdgeTable } from './edge-table.ts';
import { orientation } from './orientation.ts';

type Faces = ReturnType<typeof overlaidFaces>;

/** What overlaying some edges gave. */
export interface GroupAnswer {
  faces: Faces;
  /** Boxes of the edges and of those beside them that took part. */
  reach: EdgeBoxes;
}

/** Edges that do not cancel and have to be looked at together, and what they enclose. */
interface Group {
  edges: number[];
  /** One edge of each connected part. */
  samples: number[];
  reach: EdgeBoxes;
  box: StepBox;
  /** Null until it is known. */
  faces: Faces | null;
}

function common(a: StepBox, b: StepBox): StepBox {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/**
 * The edges that do not cancel, divided into groups that can be overlaid one by one: edges of
 * different groups meet nowhere, and no group lies in ground that another encloses and that is
 * wrong. (Round ground that is right the windings of a group add up to nothing: it says nothing
 * about what lies inside.) Only groups that have changed, or near which something has, are overlaid
 * again.
 */
export class ResidueGroups {
  private readonly table: () => EdgeTable;
  private readonly overlay: (edges: readonly number[]) => GroupAnswer;
  private readonly groups = new Set<Group>();
  private readonly places: BoxGrid<Group>;
  private readonly groupOf = new Map<number, Group>();
  private readonly loose = new Set<number>();
  private readonly stale = new Set<Group>();

  constructor(
    table: () => EdgeTable,
    cellSize: number,
    overlay: (edges: readonly number[]) => GroupAnswer,
  ) {
    this.table = table;
    this.overlay = overlay;
    this.places = new BoxGrid(cellSize);
  }

  /** An edge has become open, or is so no more. */
  note(edge: number, open: boolean): void {
    if (open) {
      this.loose.add(edge);
      return;
    }
    this.loose.delete(edge);
    const group = this.groupOf.get(edge);
    if (group === undefined) return;
    this.stale.add(group);
    this.groupOf.delete(edge);
  }

  /** Something in `box` has changed, open or not. */
  disturb(box: StepBox): void {
    for (const group of this.places.search(box)) this.stale.add(group);
  }

  /** Brings the groups up to date. */
  settle(): void {
    for (const group of this.stale) {
      this.drop(group);
      for (const edge of group.edges) {
        if (this.groupOf.get(edge) !== group) continue;
        this.groupOf.delete(edge);
        this.loose.add(edge);
      }
    }
    this.stale.clear();
    const parts = this.connected([...this.loose]);
    this.loose.clear();
    const drafts = parts.map((edges): Group => {
      const group = { edges, samples: edges.slice(0, 1), ...this.extent(edges), faces: null };
      this.keep(group);
      return group;
    });
    for (const draft of drafts) if (this.groups.has(draft)) this.complete(draft);
  }

  /** What the groups enclose, group by group. */
  *faces(): Generator<Faces> {
    for (const { faces } of this.groups) if (faces) yield faces;
  }

  /** All edges that do not cancel. */
  *edges(): Generator<number> {
    for (const { edges } of this.groups) yield* edges;
  }

  private keep(group: Group): void {
    this.groups.add(group);
    this.places.add(group);
  }

  private drop(group: Group): void {
    this.groups.delete(group);
    this.places.remove(group);
  }

  private extent(edges: readonly number[]): { reach: EdgeBoxes; box: StepBox } {
    const { x, y } = this.table();
    const reach = edgeBoxes(x, y, edges);
    return { reach, box: boxAround(reach) };
  }

  /** Joins a group with all that have to be looked at together with it, and overlays it. */
  private complete(draft: Group): void {
    for (;;) {
      while (this.absorb(draft)) {
        // Until no other belongs to it.
      }
      const { faces, reach } = this.overlay(draft.edges);
      this.places.remove(draft);
      draft.reach = reach;
      draft.box = joinBoxes(draft.box, boxAround(reach));
      draft.faces = faces;
      this.places.add(draft);
      // Edges beside it may come to others.
      if (!this.absorb(draft)) break;
    }
    for (const edge of draft.edges) this.groupOf.set(edge, draft);
  }

  /** Takes in one round of groups that belong to this one; false when there are none. */
  private absorb(draft: Group): boolean {
    const found = [...this.places.search(draft.box)].filter(
      (group) => group !== draft && this.belongTogether(draft, group),
    );
    if (found.length === 0) return false;
    this.drop(draft);
    for (const group of found) {
      this.drop(group);
      for (const edge of group.edges) draft.edges.push(edge);
      draft.samples.push(...group.samples);
    }
    Object.assign(draft, this.extent(draft.edges), { faces: null });
    this.keep(draft);
    return true;
  }

  private belongTogether(a: Group, b: Group): boolean {
    if (!boxesMeet(a.box, b.box)) return false;
    return (
      this.encloses(a, b) ||
      this.encloses(b, a) ||
      boxesTouch(a.reach, b.reach, common(a.box, b.box))
    );
  }

  /** Whether some part of `inner` lies in ground that the windings of `outer` say is wrong. */
  private encloses(outer: Group, inner: Group): boolean {
    const { x, y } = this.table();
    return inner.samples.some((e) => this.winding(outer, x[e]!, y[e]!) !== 0);
  }

  /** Winding number of a group's edges round a vertex that lies on none of them. */
  private winding({ edges, box }: Group, px: number, py: number): number {
    if (px < box[0] || px > box[2] || py < box[1] || py > box[3]) return 0;
    const { x, y } = this.table();
    let turns = 0;
    for (const e of edges) {
      const ay = y[e]!;
      const by = y[e + 1]!;
      if (ay > py === by > py) continue;
      const side = orientation(x[e]!, ay, x[e + 1]!, by, px, py);
      if (by > ay ? side > 0 : side < 0) turns += by > ay ? 1 : -1;
    }
    return turns;
  }

  /** Edges divided into those that hang together by their ends. */
  private connected(edges: readonly number[]): number[][] {
    const { x, y } = this.table();
    const byPlace = new Map<number, Map<number, number>>();
    const parent: number[] = [];
    const root = (of: number): number => {
      let node = of;
      while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!;
      return node;
    };
    const nodeAt = (vertex: number): number => {
      let column = byPlace.get(x[vertex]!);
      if (column === undefined) byPlace.set(x[vertex]!, (column = new Map()));
      let node = column.get(y[vertex]!);
      if (node === undefined) column.set(y[vertex]!, (node = parent.push(parent.length) - 1));
      return node;
    };
    const ends = edges.map((e) => [nodeAt(e), nodeAt(e + 1)] as const);
    for (const [a, b] of ends) parent[root(a)] = root(b);
    const parts = new Map<number, number[]>();
    edges.forEach((e, i) => {
      const key = root(ends[i]![0]);
      const part = parts.get(key);
      if (part === undefined) parts.set(key, [e]);
      else part.push(e);
    });
    return [...parts.values()];
  }
}
