import type { MultiPolygon, Polygon, Position } from 'geojson';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import { type LocalMetres, localMetres } from '#shared/geo/local-metres.ts';
import { type GroundWork, type WeightAt, workLimit } from './work-limit.ts';

type Ground = Polygon | MultiPolygon;

/** A straight cut: its line, beyond the ground on both sides, and which side a position is on. */
export interface EvenCut {
  line: [Position, Position];
  isFirst: (position: Position) => boolean;
}

const directions = 24;
/** Directions count as equally good whose shares differ by no more than this part of all the work. */
const slack = 0.02;

/** Edges from (u, v) to (u, v), four entries each: metres along and across; cuts run across. */
type Edges = Float64Array;

/** Edges of rings on a plane, turned by an angle. */
function turned(edges: Edges, angle: number): Edges {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const result = new Float64Array(edges.length);
  for (let i = 0; i < edges.length; i += 2) {
    const [x, y] = [edges[i]!, edges[i + 1]!];
    result[i] = x * cos + y * sin;
    result[i + 1] = y * cos - x * sin;
  }
  return result;
}

function edgesOf(rings: readonly Position[][], plane: LocalMetres): Edges {
  const values: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      values.push(...(plane.to(ring[i - 1]!) as number[]), ...(plane.to(ring[i]!) as number[]));
    }
  }
  return Float64Array.from(values);
}

/** Places on a plane, two entries each. */
function metresOf(places: readonly WeightAt[], plane: LocalMetres): Float64Array {
  const values = new Float64Array(2 * places.length);
  for (const [i, { position }] of places.entries()) values.set(plane.to(position), 2 * i);
  return values;
}

/** Area of the ground before `limit` along, in m²: its rings are oriented alike. */
function areaBefore(edges: Edges, limit: number): number {
  let sum = 0;
  for (let i = 0; i < edges.length; i += 4) {
    const u0 = edges[i]!;
    const u1 = edges[i + 2]!;
    if (u0 >= limit && u1 >= limit) continue;
    const v0 = edges[i + 1]!;
    const v1 = edges[i + 3]!;
    const slope = u1 === u0 ? 0 : (v1 - v0) / (u1 - u0);
    const from = u0 < limit ? u0 : limit;
    const to = u1 < limit ? u1 : limit;
    // Edges along the cut add nothing: nothing is gone along there.
    sum -= (to - from) * (v0 + (slope * (from + to - 2 * u0)) / 2);
  }
  return Math.abs(sum);
}

/** How often, and over what length, a cut runs through the ground. */
function chords(edges: Edges, limit: number): { count: number; lengthM: number } {
  const hits: number[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    const [u0, v0] = [edges[i]!, edges[i + 1]!];
    const [u1, v1] = [edges[i + 2]!, edges[i + 3]!];
    if (u0 > limit === u1 > limit) continue;
    hits.push(v0 + ((limit - u0) / (u1 - u0)) * (v1 - v0));
  }
  hits.sort((a, b) => a - b);
  let lengthM = 0;
  for (let i = 1; i < hits.length; i += 2) lengthM += hits[i]! - hits[i - 1]!;
  return { count: hits.length >> 1, lengthM };
}

/**
 * The straight cut that parts `share` (0 to 1) of the area of some ground, or of the work on it, from the
 * rest: of the directions that come nearest to it, the one that cuts into the fewest pieces, then the shortest. On a
 * plane that is true at the middle of the ground; null when there is no ground. Degrees.
 */
export function evenCut(ground: Ground, share: number, work: GroundWork | null): EvenCut | null {
  const middle = innerPlace(ground);
  if (!middle) return null;
  const plane = localMetres(middle, false);
  const rings = polygonsOf(ground).flatMap((polygon) =>
    polygon.map((ring, i) => oriented(ring, i > 0)),
  );
  const edges = edgesOf(rings, plane);
  const isWeighed = work && (work.perM2 > 0 || work.places.some(({ weight }) => weight > 0));
  const { places, perM2 } = isWeighed ? work : { places: [], perM2: 1 };
  const onPlane = metresOf(places, plane);
  const along = {
    u: new Float64Array(places.length),
    weight: Float64Array.from(places, ({ weight }) => weight),
  };
  const cuts: { angle: number; at: number; off: number; count: number; lengthM: number }[] = [];
  for (let d = 0; d < directions; d++) {
    const angle = (Math.PI * d) / directions;
    const flat = turned(edges, angle);
    let [low, high] = [Infinity, -Infinity];
    for (let i = 0; i < flat.length; i += 4) {
      low = Math.min(low, flat[i]!);
      high = Math.max(high, flat[i]!);
    }
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let i = 0; i < along.u.length; i++) {
      along.u[i] = onPlane[2 * i]! * cos + onPlane[2 * i + 1]! * sin;
    }
    const areaTo = (limit: number) => areaBefore(flat, limit);
    const { at, off } = workLimit(along, perM2, areaTo, [low, high], share);
    const { count, lengthM } = chords(flat, at);
    if (count > 0) cuts.push({ angle, at, off, count, lengthM });
  }
  const sum = places.reduce((total, { weight }) => total + weight, 0) + perM2 * areaM2(ground);
  const least = Math.min(...cuts.map(({ off }) => off)) + slack * sum;
  const [best] = cuts
    .filter(({ off }) => off <= least)
    .sort((a, b) => a.count - b.count || a.lengthM - b.lengthM);
  return best ? cutAt(best.angle, best.at, rings, plane) : null;
}

function oriented(ring: readonly Position[], isHole: boolean): Position[] {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    twice += (ax - ring[0]![0]!) * (by - ring[0]![1]!) - (bx - ring[0]![0]!) * (ay - ring[0]![1]!);
  }
  return twice > 0 !== isHole ? [...ring] : ring.toReversed();
}

function cutAt(
  angle: number,
  limit: number,
  rings: readonly Position[][],
  plane: LocalMetres,
): EvenCut {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach =
    1 +
    rings.flat().reduce((most, at) => {
      const [x = 0, y = 0] = plane.to(at);
      return Math.max(most, Math.hypot(x, y));
    }, 0);
  const at = (across: number): Position =>
    plane.from([limit * cos - across * sin, limit * sin + across * cos]);
  return {
    line: [at(-2 * reach), at(2 * reach)],
    isFirst: (position) => {
      const [x = 0, y = 0] = plane.to(position);
      return x * cos + y * sin < limit;
    },
  };
}
