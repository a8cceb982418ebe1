import type { Area } from '#shared/model/geometry.ts';
import {
  innerVertex,
  inside,
  keyOf,
  type Ring,
  ringArea,
  toLonLat,
  type Vertex,
} from './vertex.ts';

/** An edge with the ground it bounds on its left. */
export type DirectedEdge = readonly [from: Vertex, to: Vertex];

export const edgeKey = ([from, to]: DirectedEdge) => `${keyOf(from)} ${keyOf(to)}`;

/** What is left of edges when opposite ones have cancelled: the border of the united ground. */
export function cancelled(edges: Iterable<DirectedEdge>): DirectedEdge[] {
  const left = new Map<string, DirectedEdge>();
  for (const edge of edges) {
    const opposite = edgeKey([edge[1], edge[0]]);
    if (!left.delete(opposite)) left.set(edgeKey(edge), edge);
  }
  return [...left.values()];
}

export function ringEdges(ring: Ring): DirectedEdge[] {
  return ring.map((vertex, index) => [vertex, ring[(index + 1) % ring.length] as Vertex]);
}

/**
 * Simple rings made of edges that each vertex is entered and left by equally often. A ring that
 * comes back to a vertex is cut there, so that rings touch but never cross themselves.
 */
export function ringsOf(edges: readonly DirectedEdge[]): Ring[] {
  const leaving = new Map<string, Vertex[]>();
  for (const [from, to] of edges) {
    leaving.set(keyOf(from), [...(leaving.get(keyOf(from)) ?? []), to]);
  }
  const rings: Ring[] = [];
  for (const [start] of edges) {
    const path: Vertex[] = [start];
    const place = new Map([[keyOf(start), 0]]);
    for (;;) {
      const next = leaving.get(keyOf(path.at(-1) as Vertex))?.pop();
      if (!next) break;
      const seen = place.get(keyOf(next));
      if (seen === undefined) {
        place.set(keyOf(next), path.length);
        path.push(next);
        continue;
      }
      const ring = path.splice(seen + 1);
      for (const vertex of ring) place.delete(keyOf(vertex));
      rings.push([next, ...ring]);
    }
  }
  return rings;
}

/** Position where a ring starts does not matter for its shape; a fixed one makes files repeatable. */
function fromLowest(ring: Ring): Ring {
  let least = 0;
  ring.forEach(([x, y], index) => {
    const [lx, ly] = ring[least] as Vertex;
    if (x < lx || (x === lx && y < ly)) least = index;
  });
  return [...ring.slice(least), ...ring.slice(0, least)];
}

const closed = (ring: Ring) => [...ring, ring[0] as Vertex].map(toLonLat);

/** Polygons of rings: counter-clockwise ones are shells, clockwise ones holes of the shell around. */
export function areaOf(rings: readonly Ring[]): Area {
  const bySize = (a: Ring, b: Ring) => Math.abs(ringArea(b)) - Math.abs(ringArea(a));
  const shells = rings.filter((ring) => ringArea(ring) > 0).map(fromLowest);
  shells.sort(bySize);
  const polygons = shells.map((shell) => [shell]);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0).map(fromLowest)) {
    const owners = polygons.filter(([shell]) => shell && inside([shell], innerVertex([hole])));
    owners.at(-1)?.push(hole);
  }
  const coordinates = polygons.map((polygon) => polygon.map(closed));
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0] ?? [] }
    : { type: 'MultiPolygon', coordinates };
}
