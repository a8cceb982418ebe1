import type { Polygon, Position } from 'geojson';
import { boundsOf } from './bounds.ts';
import { localMetres } from './local-metres.ts';
import { pointSegmentDistance } from './segment-distance.ts';

export interface WidestPlace {
  /** A position well inside the polygon, however thin it is. */
  at: Position;
  /** Diameter in metres of the widest circle that fits, to about a hundredth. */
  widthM: number;
  /** Half the length of the border in metres: the length of what is long and thin. */
  lengthM: number;
}

type Edge = [Position, Position];

/** Direction in which the edges run on the whole, as an angle. */
function mainDirection(edges: readonly Edge[]): number {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of edges) {
    const dx = bx - ax;
    const dy = by - ay;
    const length = Math.hypot(dx, dy) || 1;
    xx += (dx * dx) / length;
    xy += (dx * dy) / length;
    yy += (dy * dy) / length;
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}

/** Longest stretch inside the polygon of the line u = level, as [v, v]. */
function longestCut(edges: readonly Edge[], level: number): [number, number] | null {
  const cuts: number[] = [];
  for (const [[au = 0, av = 0], [bu = 0, bv = 0]] of edges) {
    if (au > level !== bu > level) cuts.push(av + ((level - au) / (bu - au)) * (bv - av));
  }
  cuts.sort((a, b) => a - b);
  let best: [number, number] | null = null;
  for (let i = 1; i < cuts.length; i += 2) {
    const low = cuts[i - 1] ?? 0;
    const high = cuts[i] ?? 0;
    if (high > low && (!best || high - low > best[1] - best[0])) best = [low, high];
  }
  return best;
}

/** Greatest value of a function with one top in [low, high], by repeated thirds. */
function climb(low: number, high: number, rounds: number, value: (x: number) => number): number {
  let [a, b] = [low, high];
  for (let round = 0; round < rounds; round++) {
    const left = a + (b - a) / 3;
    const right = b - (b - a) / 3;
    if (value(left) < value(right)) a = left;
    else b = right;
  }
  return (a + b) / 2;
}

/** Heights at which to cut: between all neighbouring vertices, finely where these are few. */
function cutLevels(edges: readonly Edge[]): number[] {
  const heights = [...new Set(edges.map(([[u = 0]]) => u))].sort((a, b) => a - b);
  const parts = Math.max(2, Math.ceil(24 / heights.length));
  const step = Math.max(1, Math.floor(heights.length / 64));
  const levels: number[] = [];
  for (let i = step; i < heights.length; i += step) {
    const low = heights[i - step] ?? 0;
    const high = heights[i] ?? 0;
    for (let part = 0; part < parts; part++) {
      levels.push(low + ((high - low) * (part + 0.5)) / parts);
    }
  }
  return levels;
}

/**
 * The widest place of a polygon. The polygon is cut across its main direction, and the best cut is
 * bettered: unlike a search on a grid this finds its way into slivers of a centimetre by a
 * kilometre. Positions are [longitude, latitude] in degrees, or metres when `planar`.
 * @throws Error when the polygon has no area.
 */
export function widestPlace(polygon: Polygon, planar: boolean): WidestPlace {
  const [west, south, east, north] = boundsOf(polygon.coordinates[0] ?? []);
  const local = localMetres([(west + east) / 2, (south + north) / 2], planar);
  const flat: Edge[] = polygon.coordinates.flatMap((ring) => {
    const metres = ring.map((position) => local.to(position));
    return metres.slice(1).map((end, i): Edge => [metres[i] ?? end, end]);
  });
  const angle = mainDirection(flat);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = ([x = 0, y = 0]: Position): Position => [x * cos + y * sin, y * cos - x * sin];
  const edges = flat.map(([a, b]): Edge => [turned(a), turned(b)]);

  const clearance = (place: Position) =>
    edges.reduce((least, [a, b]) => Math.min(least, pointSegmentDistance(place, a, b)), Infinity);
  const middle = (level: number): Position | null => {
    const cut = longestCut(edges, level);
    return cut && [level, (cut[0] + cut[1]) / 2];
  };
  const depth = (level: number) => {
    const place = middle(level);
    return place ? clearance(place) : 0;
  };

  const levels = cutLevels(edges);
  const depths = levels.map(depth);
  const top = depths.indexOf(Math.max(...depths));
  const low = levels[top - 1] ?? levels[top] ?? 0;
  const high = levels[top + 1] ?? levels[top] ?? 0;
  const candidates = [levels[top] ?? 0, climb(low, high, 16, depth)].sort(
    (a, b) => depth(b) - depth(a),
  );
  const level = candidates[0] ?? 0;
  const cut = longestCut(edges, level);
  if (!cut) throw new Error('a polygon without area has no widest place');
  const centred: Position = [level, (cut[0] + cut[1]) / 2];
  const bettered: Position = [level, climb(cut[0], cut[1], 16, (v) => clearance([level, v]))];
  const [u = 0, v = 0] = clearance(bettered) > clearance(centred) ? bettered : centred;
  return {
    at: local.from([u * cos - v * sin, u * sin + v * cos]),
    widthM: 2 * clearance([u, v]),
    lengthM: flat.reduce((sum, [[ax = 0, ay = 0], [bx = 0, by = 0]]) => {
      return sum + Math.hypot(bx - ax, by - ay) / 2;
    }, 0),
  };
}
