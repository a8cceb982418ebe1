import { pointOnFeature } from '@turf/turf';
import type { Polygon, Position } from 'geojson';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { localMetres } from '#shared/geo/local-metres.ts';

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

/**
 * Polygons sorted into pieces and noise. Noise is what putting coordinates on the grid leaves of a
 * border of which only one side has a vertex: on average thinner than the diagonal of a grid step.
 */
export function sortPieces(
  polygons: readonly Polygon[],
  planar: boolean,
): { pieces: Piece[]; noiseM2: number } {
  const pieces: Piece[] = [];
  let noiseM2 = 0;
  for (const polygon of polygons) {
    const size = areaM2(polygon, planar);
    if (size < halfPerimeterM(polygon, planar) * stepM(planar) * Math.SQRT2) {
      noiseM2 += size;
      continue;
    }
    const at = pointOnFeature(polygon).geometry.coordinates;
    pieces.push({ polygon, areaM2: size, at });
  }
  return { pieces: pieces.sort((a, b) => b.areaM2 - a.areaM2), noiseM2 };
}
