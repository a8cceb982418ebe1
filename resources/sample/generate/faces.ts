import type { Segment } from './noding.ts';
import { type DirectedEdge, edgeKey, ringEdges } from './rings.ts';
import {
  innerVertex,
  inside,
  keyOf,
  metresX,
  metresY,
  type Ring,
  ringArea,
  type Vertex,
} from './vertex.ts';

/** A piece of ground that no line crosses. */
export interface Face {
  rings: Ring[];
  edges: DirectedEdge[];
  areaM2: number;
  /** A place inside, away from the border. */
  at: Vertex;
}

const angle = (from: Vertex, to: Vertex) =>
  Math.atan2((to[1] - from[1]) * metresY, (to[0] - from[0]) * metresX);

/** Cycles of half edges with their ground on the left, the border of the infinite ground included. */
function cycles(segments: readonly Segment[]): Ring[] {
  const around = new Map<string, Vertex[]>();
  const add = (from: Vertex, to: Vertex) => {
    const list = around.get(keyOf(from));
    if (list) list.push(to);
    else around.set(keyOf(from), [to]);
  };
  for (const { a, b } of segments) {
    add(a, b);
    add(b, a);
  }
  const follows = new Map<string, DirectedEdge>();
  const origin = new Map<string, Vertex>();
  for (const { a, b } of segments) for (const v of [a, b]) origin.set(keyOf(v), v);
  for (const [key, list] of around) {
    const centre = origin.get(key) as Vertex;
    list.sort((v, w) => angle(centre, v) - angle(centre, w));
    // Coming in along one neighbour, the ground on the left is kept by leaving at the next clockwise.
    list.forEach((neighbour, index) => {
      const next = list[(index + list.length - 1) % list.length] as Vertex;
      follows.set(edgeKey([neighbour, centre]), [centre, next]);
    });
  }
  const used = new Set<string>();
  const result: Ring[] = [];
  for (const [startKey, startNext] of follows) {
    if (used.has(startKey)) continue;
    const ring: Vertex[] = [];
    let [key, next] = [startKey, startNext];
    while (!used.has(key)) {
      used.add(key);
      ring.push(next[0]);
      key = edgeKey(next);
      next = follows.get(key) as DirectedEdge;
    }
    result.push(ring);
  }
  return result;
}

/** Bounded faces of noded lines. Separate groups of lines inside a face are its holes. */
export function facesOf(segments: readonly Segment[]): Face[] {
  const all = cycles(segments).map((ring) => ({ ring, area: ringArea(ring) }));
  const outer = all
    .filter(({ area }) => area > 0)
    .map((entry) => ({ ...entry, holes: [] as Ring[] }));
  outer.sort((a, b) => a.area - b.area);
  for (const { ring, area } of all) {
    if (area > 0) continue;
    const own = new Set(ring.map(keyOf));
    // The smallest face around that is not made of the group's own lines.
    const owner = outer.find(
      (face) =>
        face.area > -area &&
        inside([face.ring], ring[0] as Vertex) &&
        !face.ring.some((vertex) => own.has(keyOf(vertex))),
    );
    owner?.holes.push(ring);
  }
  return outer.map(({ ring, area, holes }) => {
    const rings = [ring, ...holes];
    return {
      rings,
      edges: rings.flatMap(ringEdges),
      areaM2: holes.reduce((sum, hole) => sum + ringArea(hole), area),
      at: innerVertex(rings),
    };
  });
}
