import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import { type LocalMetres, localMetres } from '#shared/geo/local-metres.ts';

type Ground = Polygon | MultiPolygon;

/** Something that weighs at a position, such as issues. */
export interface WeightAt {
  position: Position;
  weight: number;
}

/** A straight cut: its line, beyond the ground on both sides, and which side a position is on. */
export interface EvenCut {
  line: [Position, Position];
  isFirst: (position: Position) => boolean;
}

const directions = 24;
const halvings = 60;

interface Turned {
  /** Rings as [along, across] in metres: cuts run across. */
  rings: [number, number][][];
}

function turned(rings: readonly Position[][], plane: LocalMetres, angle: number): Turned {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    rings: rings.map((ring) =>
      ring.map((at) => {
        const [x = 0, y = 0] = plane.to(at);
        return [x * cos + y * sin, y * cos - x * sin];
      }),
    ),
  };
}

/** Area of the ground before `limit` along, in m²: its rings are oriented alike. */
function areaBefore(rings: Turned['rings'], limit: number): number {
  let sum = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [u0, v0] = ring[i - 1]!;
      const [u1, v1] = ring[i]!;
      if (u0 >= limit && u1 >= limit) continue;
      const at = (u: number) => (u1 === u0 ? v1 : v0 + ((u - u0) / (u1 - u0)) * (v1 - v0));
      const [from, to] = [Math.min(u0, limit), Math.min(u1, limit)];
      // Edges along the cut add nothing: nothing is gone along there.
      sum -= ((to - from) * (at(from) + at(to))) / 2;
    }
  }
  return Math.abs(sum);
}

/** How often, and over what length, a cut runs through the ground. */
function chords(rings: Turned['rings'], limit: number): { count: number; lengthM: number } {
  const hits: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [u0, v0] = ring[i - 1]!;
      const [u1, v1] = ring[i]!;
      if (u0 > limit === u1 > limit) continue;
      hits.push(v0 + ((limit - u0) / (u1 - u0)) * (v1 - v0));
    }
  }
  hits.sort((a, b) => a - b);
  let lengthM = 0;
  for (let i = 1; i < hits.length; i += 2) lengthM += hits[i]! - hits[i - 1]!;
  return { count: hits.length >> 1, lengthM };
}

/** Where the ground before the cut is `share` of all. */
function areaLimit(rings: Turned['rings'], low: number, high: number, share: number): number {
  const wanted = areaBefore(rings, high) * share;
  let [from, to] = [low, high];
  for (let i = 0; i < halvings; i++) {
    const middle = (from + to) / 2;
    if (areaBefore(rings, middle) < wanted) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** Where the weights before the cut come nearest to `share` of all, in the middle between two. */
function weightLimit(
  places: readonly { u: number; weight: number }[],
  low: number,
  high: number,
  share: number,
): number {
  const sorted = places.toSorted((a, b) => a.u - b.u);
  const wanted = sorted.reduce((sum, { weight }) => sum + weight, 0) * share;
  let best = low;
  let least = Infinity;
  let before = 0;
  for (let i = 0; i <= sorted.length; i++) {
    const gap = [sorted[i - 1]?.u ?? low, sorted[i]?.u ?? high] as const;
    const off = Math.abs(before - wanted);
    if (off < least && gap[1] > gap[0]) {
      least = off;
      best = (gap[0] + gap[1]) / 2;
    }
    before += sorted[i]?.weight ?? 0;
  }
  return best;
}

/**
 * The straight cut that parts `share` (0 to 1) of the area of some ground, or of the weights on it, from the
 * rest: of several directions the one that cuts it into the fewest pieces, then the shortest. On a
 * plane that is true at the middle of the ground; null when there is no ground. Degrees.
 */
export function evenCut(
  ground: Ground,
  share: number,
  weights: readonly WeightAt[] | null,
): EvenCut | null {
  const middle = innerPlace(ground);
  if (!middle) return null;
  const plane = localMetres(middle, false);
  const rings = polygonsOf(ground).flatMap((polygon) =>
    polygon.map((ring, i) => oriented(ring, i > 0)),
  );
  const isWeighed = weights !== null && weights.some(({ weight }) => weight > 0);
  let best: { angle: number; limit: number; count: number; lengthM: number } | null = null;
  for (let d = 0; d < directions; d++) {
    const angle = (Math.PI * d) / directions;
    const { rings: flat } = turned(rings, plane, angle);
    const along = flat.flat().map(([u]) => u);
    const [low, high] = [
      along.reduce((a, b) => Math.min(a, b)),
      along.reduce((a, b) => Math.max(a, b)),
    ];
    const limit = isWeighed
      ? weightLimit(
          weights.map(({ position, weight }) => {
            const [x = 0, y = 0] = plane.to(position);
            return { u: x * Math.cos(angle) + y * Math.sin(angle), weight };
          }),
          low,
          high,
          share,
        )
      : areaLimit(flat, low, high, share);
    const { count, lengthM } = chords(flat, limit);
    if (count === 0) continue;
    if (best && (count > best.count || (count === best.count && lengthM >= best.lengthM))) continue;
    best = { angle, limit, count, lengthM };
  }
  if (!best) return null;
  return cutAt(best.angle, best.limit, rings, plane);
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
