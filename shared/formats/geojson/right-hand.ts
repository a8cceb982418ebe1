import type { Geometry, Position } from 'geojson';

/**
 * Twice the planar area of a ring, positive when it runs counter-clockwise. Reckoned from its first vertex:
 * of a ring a step or two wide the digits would else be lost.
 */
function turn(ring: readonly Position[]): number {
  let sum = 0;
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  for (let index = 0; index < ring.length; index += 1) {
    const [x1 = 0, y1 = 0] = ring[index] as Position;
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] as Position;
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return sum;
}

function windPolygon(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, index) => {
    const wanted = index === 0 ? 1 : -1;
    return turn(ring) * wanted < 0 ? ring.toReversed() : ring;
  });
}

/**
 * The same geometry with rings wound as RFC 7946 section 3.1.6 asks: outer rings counter-clockwise,
 * holes clockwise. Rings without area stay as they are.
 */
export function rightHand(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') {
    return { ...geometry, coordinates: windPolygon(geometry.coordinates) };
  }
  if (geometry.type === 'MultiPolygon') {
    return { ...geometry, coordinates: geometry.coordinates.map(windPolygon) };
  }
  return geometry;
}
