import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { loadGeos } from './peers.ts';

/**
 * What GEOS, an engine of its own, says of a coverage: whether it is valid (no two polygons overlap,
 * common borders have the same vertices on both sides), and how many zones have an edge that is not.
 */
export async function geosValidity(
  zones: FeatureCollection<Polygon | MultiPolygon>,
): Promise<{ isValid: boolean; faultyZones: number }> {
  const { call, toGeometry, module } = await loadGeos();
  const collection = toGeometry({
    type: 'GeometryCollection',
    geometries: zones.features.map(({ geometry }) => geometry),
  });
  const place = module._malloc(4);
  const isValid = call('GEOSCoverageIsValid', collection, 0, place) === 1;
  const edges = module.HEAPU32[place >> 2] ?? 0;
  let faultyZones = 0;
  for (let i = 0; edges !== 0 && i < call('GEOSGetNumGeometries', edges); i++) {
    if (call('GEOSisEmpty', call('GEOSGetGeometryN', edges, i)) === 0) faultyZones++;
  }
  return { isValid, faultyZones };
}
