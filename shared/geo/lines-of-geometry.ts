import type { Geometry, Position } from 'geojson';

type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>;

/** The lines of a geometry; of areas their rings, of places none. Positions are as they stand in it. */
export function linesOfGeometry(geometry: Simple): readonly Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}
