import { keyOf, type Vertex } from './vertex.ts';

/** A straight piece of border; `owner` says whose line it is. */
export interface Segment {
  a: Vertex;
  b: Vertex;
  owner: string;
}

const cell = 40_000;

function* cellsOf({ a, b }: Segment): Generator<string> {
  const [x0, x1] = [Math.min(a[0], b[0]) - 1, Math.max(a[0], b[0]) + 1];
  const [y0, y1] = [Math.min(a[1], b[1]) - 1, Math.max(a[1], b[1]) + 1];
  for (let x = Math.floor(x0 / cell); x <= Math.floor(x1 / cell); x++) {
    for (let y = Math.floor(y0 / cell); y <= Math.floor(y1 / cell); y++) yield `${x},${y}`;
  }
}

const cross = (o: Vertex, a: Vertex, b: Vertex) =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

/** Whether `v` is an inner vertex of the segment once rounded to the grid (its hot pixel is hit). */
function touches({ a, b }: Segment, v: Vertex): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along = (v[0] - a[0]) * dx + (v[1] - a[1]) * dy;
  if (along <= 0 || along >= length2) return false;
  if (keyOf(v) === keyOf(a) || keyOf(v) === keyOf(b)) return false;
  return Math.abs(cross(a, b, v)) <= 0.75 * Math.sqrt(length2);
}

function crossing(s: Segment, t: Segment): Vertex | null {
  const [c, d] = [cross(s.a, s.b, t.a), cross(s.a, s.b, t.b)];
  const [e, f] = [cross(t.a, t.b, s.a), cross(t.a, t.b, s.b)];
  if (c > 0 === d > 0 || e > 0 === f > 0 || c === 0 || d === 0 || e === 0 || f === 0) return null;
  const part = e / (e - f);
  return [
    Math.round(s.a[0] + (s.b[0] - s.a[0]) * part),
    Math.round(s.a[1] + (s.b[1] - s.a[1]) * part),
  ];
}

function splitOnce(segments: readonly Segment[]): { segments: Segment[]; changed: boolean } {
  const grid = new Map<string, number[]>();
  segments.forEach((segment, index) => {
    for (const key of cellsOf(segment)) {
      const members = grid.get(key);
      if (members) members.push(index);
      else grid.set(key, [index]);
    }
  });
  const cuts = segments.map(() => new Map<string, Vertex>());
  const cut = (index: number, vertex: Vertex) => {
    const { a, b } = segments[index] as Segment;
    const key = keyOf(vertex);
    if (key !== keyOf(a) && key !== keyOf(b)) cuts[index]?.set(key, vertex);
  };
  for (const members of grid.values()) {
    for (let m = 0; m < members.length; m++) {
      for (let n = m + 1; n < members.length; n++) {
        const [i, j] = [members[m] as number, members[n] as number];
        const [s, t] = [segments[i] as Segment, segments[j] as Segment];
        for (const v of [t.a, t.b]) if (touches(s, v)) cut(i, v);
        for (const v of [s.a, s.b]) if (touches(t, v)) cut(j, v);
        const at = crossing(s, t);
        if (at) {
          cut(i, at);
          cut(j, at);
        }
      }
    }
  }
  let changed = false;
  const result = segments.flatMap((segment, index) => {
    const inner = [...(cuts[index]?.values() ?? [])];
    if (inner.length === 0) return [segment];
    changed = true;
    const away = (v: Vertex) => Math.hypot(v[0] - segment.a[0], v[1] - segment.a[1]);
    inner.sort((v, w) => away(v) - away(w));
    const path = [segment.a, ...inner, segment.b];
    return path
      .slice(1)
      .map((b, step): Segment => ({ a: path[step] as Vertex, b, owner: segment.owner }));
  });
  return { segments: result, changed };
}

/** One edge for each pair of joined vertices, the first owner in the given order winning. */
function unique(segments: readonly Segment[]): Segment[] {
  const edges = new Map<string, Segment>();
  for (const segment of segments) {
    const [a, b] = [keyOf(segment.a), keyOf(segment.b)];
    if (a === b) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (!edges.has(key)) edges.set(key, segment);
  }
  return [...edges.values()];
}

/**
 * Splits segments until they meet only in common vertices on the grid: crossings and touched
 * vertices are inserted, rounded, and looked at again, as in snap rounding (Hobby 1999).
 * @throws Error when that does not settle.
 */
export function node(segments: readonly Segment[]): Segment[] {
  let current = unique(segments);
  for (let round = 0; round < 20; round++) {
    const { segments: next, changed } = splitOnce(current);
    current = unique(next);
    if (!changed) return current;
  }
  throw new Error('linework does not settle');
}

/** Drops lines that end nowhere, until every vertex has two edges or more. */
export function withoutDeadEnds(segments: readonly Segment[]): Segment[] {
  let current = [...segments];
  for (;;) {
    const degree = new Map<string, number>();
    for (const { a, b } of current) {
      for (const key of [keyOf(a), keyOf(b)]) degree.set(key, (degree.get(key) ?? 0) + 1);
    }
    const kept = current.filter(
      ({ a, b }) => (degree.get(keyOf(a)) ?? 0) > 1 && (degree.get(keyOf(b)) ?? 0) > 1,
    );
    if (kept.length === current.length) return kept;
    current = kept;
  }
}
