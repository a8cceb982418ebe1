import type { Polygon, Position } from 'geojson';
import { boundsOf } from './bounds.ts';
import { localMetres } from './local-metres.ts';

export interface WidestPlace {
  /** A position well inside the polygon, however thin it is. */
  at: Position;
  /** Diameter in metres of the widest circle that fits, to about a hundredth. */
  widthM: number;
  /** Half the length of the border in metres: the length of what is long and thin. */
  lengthM: number;
}

/** Directed edges of all rings, from (au, av) to (bu, bv) in metres. */
interface Edges {
  au: Float64Array;
  av: Float64Array;
  bu: Float64Array;
  bv: Float64Array;
}

function emptyEdges(count: number): Edges {
  return {
    au: new Float64Array(count),
    av: new Float64Array(count),
    bu: new Float64Array(count),
    bv: new Float64Array(count),
  };
}

function flatEdges(polygon: Polygon, to: (position: Position) => Position): Edges {
  let count = 0;
  for (const ring of polygon.coordinates) count += Math.max(0, ring.length - 1);
  const { au, av, bu, bv } = emptyEdges(count);
  let e = 0;
  for (const ring of polygon.coordinates) {
    for (let i = 0; i < ring.length; i++) {
      const [u = 0, v = 0] = to(ring[i] ?? []);
      if (i > 0) {
        bu[e] = u;
        bv[e++] = v;
      }
      if (i + 1 < ring.length) {
        au[e] = u;
        av[e] = v;
      }
    }
  }
  return { au, av, bu, bv };
}

/** Direction in which the edges run on the whole, as an angle. */
function mainDirection({ au, av, bu, bv }: Edges): number {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let e = 0; e < au.length; e++) {
    const dx = bu[e]! - au[e]!;
    const dy = bv[e]! - av[e]!;
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    xx += (dx * dx) / length;
    xy += (dx * dy) / length;
    yy += (dy * dy) / length;
  }
  return Math.atan2(2 * xy, xx - yy) / 2;
}

/** The edges turned by minus an angle. */
function turn(edges: Edges, cos: number, sin: number): Edges {
  const count = edges.au.length;
  const turned = emptyEdges(count);
  for (let e = 0; e < count; e++) {
    turned.au[e] = edges.au[e]! * cos + edges.av[e]! * sin;
    turned.av[e] = edges.av[e]! * cos - edges.au[e]! * sin;
    turned.bu[e] = edges.bu[e]! * cos + edges.bv[e]! * sin;
    turned.bv[e] = edges.bv[e]! * cos - edges.bu[e]! * sin;
  }
  return turned;
}

/** Longest stretch inside the polygon of the line u = level, as [v, v]. */
function longestCut({ au, av, bu, bv }: Edges, level: number): [number, number] | null {
  const cuts: number[] = [];
  const count = au.length;
  for (let e = 0; e < count; e++) {
    const a = au[e]!;
    const b = bu[e]!;
    if (a > level !== b > level) cuts.push(av[e]! + ((level - a) / (b - a)) * (bv[e]! - av[e]!));
  }
  // Mostly there are two.
  if (cuts.length > 2) cuts.sort((a, b) => a - b);
  else if (cuts.length === 2 && cuts[0]! > cuts[1]!) cuts.reverse();
  let best: [number, number] | null = null;
  for (let i = 1; i < cuts.length; i += 2) {
    const low = cuts[i - 1] ?? 0;
    const high = cuts[i] ?? 0;
    if (high > low && (!best || high - low > best[1] - best[0])) best = [low, high];
  }
  return best;
}

/** Distance from the place (u, v) to the nearest edge, or to any that is nearer than `enough`. */
function clearance({ au, av, bu, bv }: Edges, u: number, v: number, enough: number): number {
  let least = Infinity;
  const enoughSquared = enough > 0 ? enough * enough : 0;
  const count = au.length;
  for (let e = 0; e < count; e++) {
    const ax = au[e]!;
    const ay = av[e]!;
    const dx = bu[e]! - ax;
    const dy = bv[e]! - ay;
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : ((u - ax) * dx + (v - ay) * dy) / squared;
    const t = along > 0 ? (along < 1 ? along : 1) : 0;
    const x = u - (ax + t * dx);
    const y = v - (ay + t * dy);
    const distance = x * x + y * y;
    if (distance >= least) continue;
    if (distance < enoughSquared) return Math.sqrt(distance);
    least = distance;
  }
  return Math.sqrt(least);
}

/**
 * Greatest value of a function with one top in [low, high], by repeated thirds. The function may
 * answer anything below `enough` where it stays below it.
 */
function climb(
  low: number,
  high: number,
  rounds: number,
  value: (x: number, enough: number) => number,
): number {
  let [a, b] = [low, high];
  for (let round = 0; round < rounds; round++) {
    const left = a + (b - a) / 3;
    const right = b - (b - a) / 3;
    const least = value(left, 0);
    if (least < value(right, least)) a = left;
    else b = right;
  }
  return (a + b) / 2;
}

/** A cut without length in the middle of what lies about the middle height. */
function middleOf({ av }: Edges): [number, number] {
  const middle = (Math.min(...av) + Math.max(...av)) / 2;
  return [middle, middle];
}

/** Heights at which to cut: between all neighbouring vertices, finely where these are few. */
function cutLevels({ au }: Edges): number[] {
  const heights = au.toSorted().filter((height, i, all) => i === 0 || height !== all[i - 1]);
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
 * A polygon so thin that it seems to have no area has its place on its border and no width.
 */
export function widestPlace(polygon: Polygon, planar: boolean): WidestPlace {
  const [west, south, east, north] = boundsOf(polygon.coordinates[0] ?? []);
  const local = localMetres([(west + east) / 2, (south + north) / 2], planar);
  const flat = flatEdges(polygon, (position) => local.to(position));
  const angle = mainDirection(flat);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const edges = turn(flat, cos, sin);

  /** Clearance in the middle of the longest cut. */
  const depth = (level: number, enough: number) => {
    const cut = longestCut(edges, level);
    // No place of a cut is farther from the border than half of it, up to rounding.
    if (!cut || (cut[1] - cut[0]) / 2 < enough - 1e-9) return 0;
    return clearance(edges, level, (cut[0] + cut[1]) / 2, enough);
  };

  const levels = cutLevels(edges);
  let top = -1;
  let most = -1;
  for (let i = 0; i < levels.length; i++) {
    const value = depth(levels[i] ?? 0, most);
    if (value <= most) continue;
    most = value;
    top = i;
  }
  const low = levels[top - 1] ?? levels[top] ?? 0;
  const high = levels[top + 1] ?? levels[top] ?? 0;
  const climbed = climb(low, high, 16, depth);
  const level = depth(climbed, most) > most ? climbed : (levels[top] ?? 0);
  // Thinner than the digits of its positions: the place is on it as well as can be said.
  const cut = longestCut(edges, level) ?? middleOf(edges);
  const centred = (cut[0] + cut[1]) / 2;
  const bettered = climb(cut[0], cut[1], 16, (v, enough) => clearance(edges, level, v, enough));
  const centredM = clearance(edges, level, centred, 0);
  const betteredM = clearance(edges, level, bettered, 0);
  const v = betteredM > centredM ? bettered : centred;
  let lengthM = 0;
  for (let e = 0; e < flat.au.length; e++) {
    const du = flat.bu[e]! - flat.au[e]!;
    const dv = flat.bv[e]! - flat.av[e]!;
    lengthM += Math.sqrt(du * du + dv * dv) / 2;
  }
  return {
    at: local.from([level * cos - v * sin, level * sin + v * cos]),
    widthM: 2 * Math.max(centredM, betteredM),
    lengthM,
  };
}
