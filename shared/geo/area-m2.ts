import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ringAreaM2 } from './ring-area.ts';

/** The polygons of an area, each as its rings: outer ring first, then holes. */
export function polygonsOf(area: Polygon | MultiPolygon): Position[][][] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/**
 * Area in m² of polygons that do not overlap each other, holes taken off; see {@link ringAreaM2}.
 * Positions are [longitude, latitude] in degrees, or [x, y] in metres when `planar`.
 */
export function areaM2(area: Polygon | MultiPolygon, planar = false): number {
  let sum = 0;
  for (const rings of polygonsOf(area)) {
    rings.forEach((ring, i) => {
      const size = Math.abs(ringAreaM2(ring, planar));
      sum += i === 0 ? size : -size;
    });
  }
  return sum;
}
