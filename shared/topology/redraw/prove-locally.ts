import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { type Bounds, boundsOf } from '#shared/geo/bounds.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { orientation } from '#shared/topology/orientation.ts';
import { segmentsMeet } from '#shared/topology/segments-meet.ts';
import { placeKey } from './border-change.ts';
import type { ChangedGround, ChangeProof } from './prove-wholly.ts';
import { changedPart, type RingChange, ringChange, samePosition } from './ring-change.ts';
import { doubledArea, doubledAreaAlong, noteDoubledArea } from './doubled-area.ts';
import { hasSoundRings, noteSoundRings } from './sound-rings.ts';

type Ground = Polygon | MultiPolygon;
type Edge = readonly [a: Position, b: Position];

/** Of longer changes each edge is not held against all others. */
const mostEdges = 200;
/** Farther apart (degrees) positions may not fit on one grid, which the whole proof tells. */
const mostDegrees = 100;

interface Part extends RingChange {
  old: Position[];
  now: Position[];
  /** Number of the ring in its area. */
  ring: number;
  isHole: boolean;
}

const edgesOf = (line: readonly Position[]): Edge[] =>
  line.slice(1).map((b, i) => [line[i]!, b] as const);

/** The rings of an area that change; null where they are other rings altogether. */
function changedRings({ before, after }: ChangedGround): Part[] | null {
  const [old, now] = [polygonsOf(before), polygonsOf(after)];
  if (old.length !== now.length) return null;
  const parts: Part[] = [];
  let ring = 0;
  for (const [i, polygon] of old.entries()) {
    if (polygon.length !== now[i]!.length) return null;
    for (const [k, line] of polygon.entries()) {
      const next = now[i]![k]!;
      if (line !== next) {
        parts.push({ old: line, now: next, ring, isHole: k > 0, ...ringChange(line, next) });
      }
      ring++;
    }
  }
  return parts;
}

/** Which way a ring goes round before and after: 1 against the clock, -1 with it; 0 where that is not the same, or not sure. */
function wayRound(part: Part): number {
  const old = doubledArea(part.old);
  const [origin] = part.old;
  const along = (side: 'before' | 'after') => doubledAreaAlong(changedPart(part, side), origin!);
  const now = old + along('after') - along('before');
  // Larger sums may have been rounded.
  if (Math.max(Math.abs(old), Math.abs(now)) > 2 ** 52) return 0;
  noteDoubledArea(part.now, now);
  return Math.sign(old) === Math.sign(now) ? Math.sign(now) : 0;
}

/** Whether two edges, of which one follows the other, go straight back. */
function goesBack(isFollowed: boolean, edge: Edge, other: Edge): boolean {
  const [a, b] = isFollowed ? edge : other;
  const [, c] = isFollowed ? other : edge;
  const [ax, ay, bx, by, cx, cy] = [...a, ...b, ...c].map(toGrid) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isBack = (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0;
  return isBack && orientation(ax, ay, bx, by, cx, cy) === 0;
}

function edgesTouch(e: Edge, f: Edge): boolean {
  const [ax, ay, bx, by] = [...e[0], ...e[1]].map(toGrid) as Bounds;
  const [cx, cy, dx, dy] = [...f[0], ...f[1]].map(toGrid) as Bounds;
  return segmentsMeet(ax, ay, bx, by, cx, cy, dx, dy);
}

/** Whether the new edges of a ring meet any edge of the area's rings but those before and after them. */
function touchesArea(rings: readonly (readonly Position[])[], part: Part): boolean {
  const line = changedPart(part, 'after');
  const fresh = edgesOf(line);
  const [west, south, east, north] = boundsOf(line);
  const first = part.head - 1;
  for (const [r, own] of rings.entries()) {
    // It may be told from another vertex on.
    const ring = r === part.ring ? part.after : own;
    const count = ring.length - 1;
    for (let i = 0; i < count; i++) {
      const a = ring[i]!;
      const b = ring[i + 1]!;
      if (a[0]! < west ? b[0]! < west : a[0]! > east && b[0]! > east) continue;
      if (a[1]! < south ? b[1]! < south : a[1]! > north && b[1]! > north) continue;
      const other: Edge = [a, b];
      for (const [k, edge] of fresh.entries()) {
        const after = r === part.ring ? (i - first - k + 2 * count) % count : -1;
        if (after === 0) continue;
        const isNext = after === 1 || after === count - 1;
        if (isNext ? goesBack(after === 1, edge, other) : edgesTouch(edge, other)) return true;
      }
    }
  }
  return false;
}

/** Whether the rings of an area are as sound after a change as they were; false also where that needs a closer look. */
function staysSound({ after }: ChangedGround, parts: readonly Part[]): boolean {
  const rings = polygonsOf(after).flat();
  const swept = boundsOf(
    parts.flatMap((part) => [...changedPart(part, 'before'), ...changedPart(part, 'after')]),
  );
  const [west, south, east, north] = swept;
  // Round a place beyond the box no ring winds otherwise than before: rings that touch nowhere nest as they did.
  const reachesBeyond = (ring: readonly Position[]) =>
    ring.some(([x = 0, y = 0]) => x < west || x > east || y < south || y > north);
  if (rings.length > 1 && !rings.every(reachesBeyond)) return false;
  return parts.every((part) => !touchesArea(rings, part));
}

interface Directed {
  a: Position;
  b: Position;
  isNew: boolean;
}

/** What is left of some edges once those there and back have cancelled. */
class EdgeSum {
  private readonly left = new Map<string, Directed[]>();

  add(a: Position, b: Position, isNew: boolean): void {
    const [p, q] = [placeKey(a), placeKey(b)];
    const key = p < q ? `${p} ${q}` : `${q} ${p}`;
    const here = this.left.get(key) ?? [];
    const back = here.findIndex((edge) => samePosition(edge.a, b));
    if (back === -1) here.push({ a, b, isNew });
    else here.splice(back, 1);
    this.left.set(key, here);
  }

  rest(): Directed[] {
    return [...this.left.values()].flat();
  }
}

/** Whether a ring, gone round with its ground to the left, has an edge from a to b. */
function leads(ring: Position[], isHole: boolean, { a, b }: Directed): boolean {
  const [p, q] = doubledArea(ring) < 0 !== isHole ? [b, a] : [a, b];
  for (let i = 1; i < ring.length; i++) {
    if (samePosition(ring[i - 1]!, p) && samePosition(ring[i]!, q)) return true;
  }
  return false;
}

/**
 * What is left over, seen as it is: an old edge that a neighbour has kept was no open border, but the neighbour's
 * is one now.
 */
const asLeft = (edge: Directed, changes: readonly ChangedGround[]): Directed => {
  const isKept = () =>
    changes.some(({ after }) =>
      polygonsOf(after).some((rings) => rings.some((ring, i) => leads(ring, i > 0, edge))),
    );
  return { ...edge, isNew: edge.isNew || isKept() };
};

const isNear = ([x = 0, y = 0]: Position, [u = 0, v = 0]: Position): boolean =>
  Math.abs(x - u) < mostDegrees && Math.abs(y - v) < mostDegrees;

const firstOf = (ground: Ground): Position => polygonsOf(ground)[0]?.[0]?.[0] ?? [];

/**
 * What `proveWholly` says of a change of few edges in sound rings, by looking at these edges alone: what
 * rings have before and after cancels, a ring that was simple is so again unless a new edge touches another, and
 * rings that touch nowhere go on nesting as they did unless the change goes round one of them. Null where that
 * does not tell: then everything has to be looked at. In degrees, on the grid.
 * @throws TooWideError as `packRings` does
 */
export function proveLocally(changes: readonly ChangedGround[]): ChangeProof | null {
  const sum = new EdgeSum();
  const olds: Directed[] = [];
  for (const change of changes) {
    if (change.before === change.after) continue;
    const parts = changedRings(change);
    if (!parts || !isNear(firstOf(change.before), firstOf(changes[0]!.before))) return null;
    for (const part of parts) {
      const [old, now] = [changedPart(part, 'before'), changedPart(part, 'after')];
      if (part.head + part.tail === 0 || Math.max(old.length, now.length) > mostEdges) return null;
      if (part.after.length < 4 || !samePosition(part.after[0]!, part.after.at(-1)!)) return null;
      if (now.some((at) => !isNear(at, part.after[0]!))) return null;
    }
    if (!hasSoundRings(change.before)) return null;
    for (const part of parts) {
      const way = wayRound(part);
      if (way === 0) return null;
      const isTurned = way < 0 !== part.isHole;
      for (const [a, b] of edgesOf(changedPart(part, 'after'))) {
        if (samePosition(a, b)) return null;
        if (isTurned) sum.add(b, a, true);
        else sum.add(a, b, true);
      }
      for (const [a, b] of edgesOf(changedPart(part, 'before'))) {
        olds.push(isTurned ? { a, b, isNew: false } : { a: b, b: a, isNew: false });
      }
    }
    if (!staysSound(change, parts)) return null;
    noteSoundRings(change.after);
  }
  for (const { a, b } of olds) sum.add(a, b, false);
  return { crooked: [], touching: [], open: sum.rest().map((edge) => asLeft(edge, changes)) };
}
