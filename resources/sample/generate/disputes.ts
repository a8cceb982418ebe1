import { node } from './noding.ts';
import { cancelled, type DirectedEdge, edgeKey, ringEdges, ringsOf } from './rings.ts';
import {
  distance,
  inside,
  metresX,
  metresY,
  moved,
  type Ring,
  ringArea,
  type Vertex,
} from './vertex.ts';
import type { ZoneGround } from './zones.ts';

/** A stretch of common border that the claimant draws further out, over its neighbour's ground. */
export interface Dispute {
  claimant: ZoneGround;
  other: ZoneGround;
  /** The claimant's edges along the true border. */
  from: DirectedEdge[];
  /** What it has instead. */
  to: DirectedEdge[];
  /** The ground claimed twice. */
  ring: Ring;
}

const depthMetres = 55;

/** The longest unbroken run of the claimant's border that the other zone has in reverse. */
function commonBorder(claimant: ZoneGround, other: ZoneGround): DirectedEdge[] {
  const theirs = new Set(cancelled(other.edges).map(edgeKey));
  const shared = cancelled(claimant.edges).filter(([a, b]) => theirs.has(edgeKey([b, a])));
  const byStart = new Map(shared.map((edge) => [String(edge[0]), edge]));
  const ends = new Set(shared.map(([, to]) => String(to)));
  const runs = shared
    .filter(([from]) => !ends.has(String(from)))
    .map((start) => {
      const run = [start];
      for (;;) {
        const next = byStart.get(String(run.at(-1)?.[1]));
        if (!next) return run;
        run.push(next);
      }
    });
  return runs.sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
}

const lengthOf = (edges: readonly DirectedEdge[]) =>
  edges.reduce((sum, [a, b]) => sum + distance(a, b), 0);

/** A curve from `start` to `end` that swells to the right of the way: out of the ground on its left. */
function bulge(start: Vertex, end: Vertex): Vertex[] {
  const length = distance(start, end);
  const east = ((end[0] - start[0]) * metresX) / length;
  const north = ((end[1] - start[1]) * metresY) / length;
  return [0.15, 0.3, 0.5, 0.7, 0.85].map((part): Vertex => {
    const depth = depthMetres * Math.sin(Math.PI * part) ** 0.7;
    return moved(start, east * length * part + north * depth, north * length * part - east * depth);
  });
}

function disputeBetween(claimant: ZoneGround, other: ZoneGround): Dispute | null {
  const border = commonBorder(claimant, other);
  const length = lengthOf(border);
  if (border.length < 5 || length < 450) return null;
  const first = Math.floor(border.length * 0.25);
  const from = border.slice(first, Math.max(first + 3, Math.ceil(border.length * 0.75)));
  const start = (from[0] as DirectedEdge)[0];
  const end = (from.at(-1) as DirectedEdge)[1];
  const path = [start, ...bulge(start, end), end];
  const to = path.slice(1).map((vertex, step): DirectedEdge => [path[step] as Vertex, vertex]);
  const rings = ringsOf(cancelled(other.edges));
  const between = to.map(([a, b]): Vertex => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  if (![...path.slice(1, -1), ...between].every((vertex) => inside(rings, vertex))) return null;
  const ring: Ring = [...from.map(([vertex]) => vertex), ...path.slice(1).reverse()].reverse();
  const areaM2 = ringArea(ring);
  const segments = ringEdges(ring).map(([a, b]) => ({ a, b, owner: '' }));
  if (node(segments).length !== segments.length) return null;
  if (areaM2 < 8_000 || areaM2 > 40_000) return null;
  return { claimant, other, from, to, ring };
}

/**
 * The first two zones of a street, of different communities, whose border leaves room for a dispute.
 * @throws Error when the street has none.
 */
export function disputeIn(streetCode: string, zones: readonly ZoneGround[]): Dispute {
  const ofStreet = zones.filter((zone) => zone.streetCode === streetCode);
  for (const claimant of ofStreet) {
    for (const other of ofStreet) {
      if (claimant === other || claimant.community === other.community) continue;
      const dispute = disputeBetween(claimant, other);
      if (dispute) return dispute;
    }
  }
  throw new Error(`no border in ${streetCode} that can be disputed`);
}

/** A border with the disputed stretch drawn as the claimant draws it, where it has that stretch. */
export function asClaimed(border: readonly DirectedEdge[], dispute: Dispute): DirectedEdge[] {
  const given = new Set(dispute.from.map(edgeKey));
  const rest = border.filter((edge) => !given.has(edgeKey(edge)));
  return rest.length === border.length ? [...border] : [...rest, ...dispute.to];
}
