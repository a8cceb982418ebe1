import type { MultiPolygon, Polygon, Position } from 'geojson';
import { fromGrid, snapDegrees, toGrid } from '#shared/geo/grid.ts';
import { crossingOf, segmentsCross } from '#shared/geo/segment-distance.ts';
import { placeKey } from './border-change.ts';
import { edgeIndexOf } from './on-border.ts';

type Place = [longitude: number, latitude: number];

/** An area whose border may be snapped to. */
export interface SnapParty {
  id: string;
  geometry: Polygon | MultiPolygon;
}

/** Where a position is drawn to. */
export interface SnapTarget {
  kind: 'vertex' | 'crossing' | 'edge';
  /** On the grid. */
  at: Place;
  /** Whose border it is. */
  partyId: string;
  /** The edge that it lies on; null for a vertex. */
  edge: [Place, Place] | null;
}

interface Edge {
  partyId: string;
  a: Place;
  b: Place;
}

/** Edges no farther from each other than this share of the reach are taken for one border. */
const sameBorder = 0.02;

/** More edges than this near one place are not tried with each other for crossings. */
const mostCrossed = 60;

function edgesNear(
  parties: readonly SnapParty[],
  [x, y]: Position,
  [east, north]: readonly [number, number],
  without: ReadonlySet<string>,
): Edge[] {
  const box: [number, number, number, number] = [
    toGrid(x! - east) - 1,
    toGrid(y! - north) - 1,
    toGrid(x! + east) + 1,
    toGrid(y! + north) + 1,
  ];
  const edges: Edge[] = [];
  for (const { id, geometry } of parties) {
    const index = edgeIndexOf(geometry);
    const [west, south, right, top] = index.bounds;
    if (west > box[2] || right < box[0] || south > box[3] || top < box[1]) continue;
    index.edgesMeeting(box, (e) => {
      const [ax = 0, ay = 0, bx = 0, by = 0] = index.ends.subarray(4 * e, 4 * e + 4);
      const a: Place = [fromGrid(ax), fromGrid(ay)];
      const b: Place = [fromGrid(bx), fromGrid(by)];
      if (!without.has(placeKey(a)) && !without.has(placeKey(b))) edges.push({ partyId: id, a, b });
    });
  }
  return edges;
}

/**
 * What a position ([longitude, latitude] in degrees) is drawn to within `reach` (degrees east and north,
 * as on a round plate): the nearest vertex; where there is none the nearest crossing of two edges, else
 * the nearest place on an edge.
 * @param without vertices that count for nothing, with all edges that end there: those being moved
 * @param kinds with `edge`, edges alone, also near their ends
 */
export function snapTo(
  parties: readonly SnapParty[],
  position: Position,
  reach: readonly [east: number, north: number],
  without: readonly Position[] = [],
  kinds: 'all' | 'edge' = 'all',
): SnapTarget | null {
  const [x = 0, y = 0] = position;
  const [east, north] = reach;
  const edges = edgesNear(parties, position, reach, new Set(without.map(placeKey)));
  const away = ([px = 0, py = 0]: Position) => Math.hypot((px - x) / east, (py - y) / north);
  let best: SnapTarget | null = null;
  let least = 1;
  const offer = (kind: SnapTarget['kind'], at: Position, { partyId, a, b }: Edge) => {
    const distance = away(at);
    if (distance > least || (best?.kind === kind && distance === least)) return;
    least = distance;
    const place: Place = [snapDegrees(at[0]!), snapDegrees(at[1]!)];
    best = { kind, at: place, partyId, edge: kind === 'vertex' ? null : [a, b] };
  };
  const isAll = kinds === 'all';
  for (const edge of isAll ? edges : []) {
    offer('vertex', edge.a, edge);
    offer('vertex', edge.b, edge);
  }
  if (best) return best;
  if (isAll && edges.length <= mostCrossed) {
    edges.forEach((edge, i) => {
      for (const { a, b } of edges.slice(i + 1)) {
        if (segmentsCross(edge.a, edge.b, a, b)) {
          offer('crossing', crossingOf(edge.a, edge.b, a, b), edge);
        }
      }
    });
    if (best) return best;
  }
  const shortestFirst = edges.toSorted((p, q) => lengthOf(p, reach) - lengthOf(q, reach));
  for (const edge of shortestFirst) {
    const at = nearestOn(edge.a, edge.b, position, reach);
    // Over an edge of which a neighbour has but a part, by the rounding of corners, stands that part.
    if (away(at) < least - sameBorder || best === null) offer('edge', at, edge);
  }
  return best;
}

function lengthOf({ a, b }: Edge, [east, north]: readonly [number, number]): number {
  return Math.hypot((b[0] - a[0]) / east, (b[1] - a[1]) / north);
}

/** The place on the segment a–b nearest to a position, as seen on the plate of {@link snapTo}. */
export function nearestOn(
  a: Position,
  b: Position,
  [x = 0, y = 0]: Position,
  [east, north]: readonly [number, number],
): Place {
  const [ax, ay] = [(a[0]! - x) / east, (a[1]! - y) / north];
  const [dx, dy] = [(b[0]! - a[0]!) / east, (b[1]! - a[1]!) / north];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
  return [a[0]! + t * (b[0]! - a[0]!), a[1]! + t * (b[1]! - a[1]!)];
}
