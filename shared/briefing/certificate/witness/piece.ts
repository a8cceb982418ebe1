import { pointOnFeature } from '@turf/turf';
import type { Polygon, Position } from 'geojson';
import { stepsPerUnit } from '#shared/briefing/certificate/grid-steps.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';

/** A connected piece of ground that should not be there. */
export interface Piece {
  polygon: Polygon;
  areaM2: number;
  /** A position inside it. */
  at: Position;
}

/** One step of the grid in metres: 1e-7° at the equator, or 1 mm. */
const stepM = (planar: boolean) => (planar ? 0.001 : 0.0111);

/** Half of the length of all rings, in metres: about the length of a sliver. */
function halfPerimeterM(polygon: Polygon, planar: boolean): number {
  const local = localMetres(polygon.coordinates[0]?.[0] ?? [0, 0], planar);
  let sum = 0;
  for (const ring of polygon.coordinates) {
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = local.to(ring[i - 1] ?? []);
      const [bx = 0, by = 0] = local.to(ring[i] ?? []);
      sum += Math.hypot(bx - ax, by - ay);
    }
  }
  return sum / 2;
}

/** Greatest width in steps of the grid, which in degrees are shorter to the east than to the north. */
function widthInSteps({ coordinates }: Polygon, planar: boolean): number {
  const [x0 = 0, y0 = 0] = coordinates[0]?.[0] ?? [];
  const steps = stepsPerUnit(planar);
  const inSteps = coordinates.map((ring) =>
    ring.map(([x = 0, y = 0]) => [(x - x0) * steps, (y - y0) * steps]),
  );
  return widestPlace({ type: 'Polygon', coordinates: inSteps }, true).widthM;
}

/**
 * Steps to which rounding alone may widen a wedge: both the vertex and the line may move by half a
 * diagonal. On a plane positions come as they were drawn, and two may have been rounded apart.
 */
const wedgeSteps = (planar: boolean) => (planar ? 2 : Math.SQRT2);
/** Borders side by side differ in the data, be it by one step. */
const parallelSteps = 0.9;

/**
 * Whether a piece may be what putting coordinates on the grid leaves of a border of which only one
 * side has a vertex: a wedge a step or two wide, or thinner than a step.
 */
function mayBeNoise(polygon: Polygon, size: number, planar: boolean): boolean {
  const mean = size / Math.max(Number.MIN_VALUE, halfPerimeterM(polygon, planar));
  const most = wedgeSteps(planar) * stepM(planar);
  if (mean > most) return false;
  const { widthM } = widestPlace(polygon, planar);
  if (widthM > most) return false;
  return mean < 0.7 * widthM || widthInSteps(polygon, planar) < parallelSteps;
}

/** Polygons sorted into pieces and noise, see {@link mayBeNoise}. */
export function sortPieces(
  polygons: readonly Polygon[],
  planar: boolean,
): { pieces: Piece[]; noiseM2: number } {
  const pieces: Piece[] = [];
  let noiseM2 = 0;
  for (const polygon of polygons) {
    const size = areaM2(polygon, planar);
    if (mayBeNoise(polygon, size, planar)) {
      noiseM2 += size;
      continue;
    }
    const at = pointOnFeature(polygon).geometry.coordinates;
    pieces.push({ polygon, areaM2: size, at });
  }
  return { pieces: pieces.sort((a, b) => b.areaM2 - a.areaM2), noiseM2 };
}
