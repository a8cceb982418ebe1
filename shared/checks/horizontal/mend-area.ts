import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { AreaIndex, samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { toArea } from '#shared/geo/clip.ts';
import { ringAreaM2 } from '#shared/geo/ring-area.ts';
import { crossingOf, pointSegmentDistance, segmentsCross } from '#shared/geo/segment-distance.ts';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import { stepsPerUnitOf } from '#shared/topology/coverage-grid.ts';
import { unionGround } from '#shared/topology/union-ground.ts';
import type { Ground } from './coverage-faces.ts';
import { type Fault, mendRing } from './mend-ring.ts';

/** Ground (m²) that the mending of a valid area may seem to add or take, by rounding. */
const roundingM2 = 1e-4;

interface Edge {
  a: Position;
  b: Position;
  ring: number;
  step: number;
  steps: number;
}

function edgesOf(rings: readonly Position[][]): Edge[] {
  return rings.flatMap((points, ring) =>
    points.slice(1).map((b, step) => {
      return { a: points[step] ?? b, b, ring, step, steps: points.length - 1 };
    }),
  );
}

/** An end of either edge that is on the other one. */
function touchOf(e: Edge, f: Edge, epsilon: number): Position | null {
  const onOther = (p: Position, { a, b }: Edge) => pointSegmentDistance(p, a, b) <= epsilon;
  return [e.a, e.b].find((p) => onOther(p, f)) ?? [f.a, f.b].find((p) => onOther(p, e)) ?? null;
}

/** Where borders of one polygon cross, and a place where they touch outside their corners. */
function meetings(rings: readonly Position[][], epsilon: number) {
  const edges = edgesOf(rings);
  const tree = new Flatbush(edges.length);
  for (const { a, b } of edges) tree.add(...boundsOf([a, b]));
  tree.finish();
  const crossings: Position[] = [];
  let touch: Position | null = null;
  for (const [i, e] of edges.entries()) {
    for (const j of tree.search(...boundsOf([e.a, e.b]))) {
      const f = edges[j];
      if (j <= i || !f) continue;
      const apart = Math.abs(e.step - f.step);
      if (e.ring === f.ring && (apart === 1 || apart === e.steps - 1)) continue;
      if (segmentsCross(e.a, e.b, f.a, f.b)) crossings.push(crossingOf(e.a, e.b, f.a, f.b));
      touch ??= touchOf(e, f, epsilon);
    }
  }
  return { crossings, touch };
}

function oriented(area: Ground, planar: boolean): Ground {
  const polygons = polygonsOf(area).map((rings) =>
    rings.map((ring, i) => (ringAreaM2(ring, planar) > 0 === (i === 0) ? ring : ring.toReversed())),
  );
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** A position of `ring` that is not on the border of `index`, else its first one. */
function tellingPosition(ring: readonly Position[], index: AreaIndex, epsilon: number): Position {
  return ring.find((p) => index.locate(p, epsilon) !== 'border') ?? ring[0] ?? [];
}

/** A hole that lies outside its polygon or inside another hole. */
function misplacedHole(rings: readonly Position[][], epsilon: number): Position | null {
  const [outer = [], ...holes] = rings;
  const indexes = rings.map((ring) => new AreaIndex({ type: 'Polygon', coordinates: [ring] }));
  for (const [i, hole] of holes.entries()) {
    const shell = indexes[0] ?? new AreaIndex({ type: 'Polygon', coordinates: [outer] });
    const at = tellingPosition(hole, shell, epsilon);
    if (shell.locate(at, epsilon) === 'outside') return at;
    for (const [j, other] of indexes.entries()) {
      if (j === 0 || j === i + 1) continue;
      const inner = tellingPosition(hole, other, epsilon);
      if (other.locate(inner, epsilon) === 'inside') return inner;
    }
  }
  return null;
}

/** The rings with the largest one as the outer ring, as they are meant when a hole came first. */
function largestFirst(rings: readonly Position[][], planar: boolean): Polygon {
  const size = (ring: readonly Position[]) => Math.abs(ringAreaM2(ring, planar));
  const coordinates = rings.toSorted((a, b) => size(b) - size(a));
  return oriented({ type: 'Polygon', coordinates }, planar) as Polygon;
}

function mendPolygon(rings: readonly Position[][], planar: boolean, windsOnce: boolean) {
  const epsilon = samePlaceEpsilon(planar);
  const faults: Fault[] = [];
  const kept: Position[][] = [];
  for (const [i, ring] of rings.entries()) {
    const mended = mendRing(ring, epsilon, stepsPerUnitOf(planar));
    faults.push(...mended.faults);
    if (mended.ring) kept.push(mended.ring);
    // Without its outer ring a polygon has no ground, whatever its holes say.
    else if (i === 0) return { polygon: null, clean: true, faults };
  }
  if (kept.length === 0) return { polygon: null, clean: true, faults };
  const polygon = oriented({ type: 'Polygon', coordinates: kept }, planar) as Polygon;
  // Rings that cross or nest wrongly wind round some place twice, or the wrong way.
  if (windsOnce) return { polygon, clean: true, faults };
  const { crossings, touch } = meetings(polygon.coordinates, epsilon);
  const [crossing] = crossings;
  if (crossing) {
    faults.push({ kind: 'self-crossing', at: crossing, times: crossings.length });
    return { polygon, clean: false, faults };
  }
  const at = kept.length > 1 ? misplacedHole(polygon.coordinates, epsilon) : null;
  if (at) {
    faults.push({ kind: 'nesting', at, times: 1 });
    const reordered = largestFirst(kept, planar);
    const sound = misplacedHole(reordered.coordinates, epsilon) === null;
    return sound ? { polygon: reordered, clean: true, faults } : { polygon, clean: false, faults };
  }
  if (touch) {
    // A border may touch itself. When the ground then differs it crosses itself in a corner.
    const united = toArea(unionGround([polygon], planar));
    const ground = united ? areaM2(united, planar) : 0;
    if (Math.abs(ground - areaM2(polygon, planar)) > roundingM2) {
      faults.push({ kind: 'self-crossing', at: touch, times: 1 });
      return { polygon, clean: false, faults };
    }
  }
  return { polygon, clean: true, faults };
}

/** A place where two parts of an area lie over each other. */
function overlappingParts(parts: readonly Polygon[], planar: boolean): Position | null {
  const { overlaps } = coverageFaces({
    boundary: null,
    zones: parts.map((geometry, i) => ({ id: String(i), geometry })),
    exceptions: [],
    planar,
  });
  const seen = overlaps.find((overlap) => overlap.areaM2 > roundingM2);
  return seen?.polygon.coordinates[0]?.[0] ?? null;
}

/**
 * A valid copy of an area, and everything that was wrong with it: rings closed, spikes and rings
 * without ground taken out, crossings resolved (every lobe counts as ground), overlapping parts
 * united. `ground` is null when nothing is left, and the area itself when nothing is wrong with it and
 * it winds round every place once at most.
 * Positions are [longitude, latitude] in degrees, or [x, y] in metres when `planar`. `windsOnce` says
 * that the area is known to be no ground's twice, however its rings touch: that need not be found out.
 */
export function mendArea(
  area: Polygon | MultiPolygon,
  planar: boolean,
  windsOnce = false,
): { ground: Ground | null; faults: Fault[] } {
  const mended = polygonsOf(area).map((rings) => mendPolygon(rings, planar, windsOnce));
  const faults = mended.flatMap((part) => part.faults);
  if (windsOnce && faults.length === 0) return { ground: area, faults };
  const parts = mended.flatMap(({ polygon }) => (polygon ? [polygon] : []));
  let clean = mended.every((part) => part.clean);
  const overlap = clean && !windsOnce && parts.length > 1 ? overlappingParts(parts, planar) : null;
  if (overlap) {
    faults.push({ kind: 'nesting', at: overlap, times: 1 });
    clean = false;
  }
  const whole = toArea(clean ? parts : unionGround(parts, planar));
  return { ground: whole && oriented(whole, planar), faults };
}
