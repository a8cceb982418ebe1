import type { Position } from 'geojson';
import { earthRadiusM, radiansPerDegree } from './ring-area.ts';

/** Plane in metres around a place, for lengths and widths of things up to some 50 km across. */
export interface LocalMetres {
  to(position: Position): Position;
  from(metres: Position): Position;
}

/**
 * Equirectangular projection that is true at `origin` ([longitude, latitude] in degrees).
 * For planar data ([x, y] in metres) only the origin is moved.
 */
export function localMetres(origin: Position, planar: boolean): LocalMetres {
  const [x0 = 0, y0 = 0] = origin;
  const ky = planar ? 1 : radiansPerDegree * earthRadiusM;
  const kx = planar ? 1 : ky * Math.cos(y0 * radiansPerDegree);
  return {
    to: ([x = 0, y = 0]) => [(x - x0) * kx, (y - y0) * ky],
    from: ([x = 0, y = 0]) => [x0 + x / kx, y0 + y / ky],
  };
}
