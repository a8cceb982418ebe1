import type { Geometry, Position } from 'geojson';

function drawable(position: Position): boolean {
  const [x, y] = position;
  return (
    Number.isFinite(x) &&
    Number.isFinite(y) &&
    Math.abs(x as number) <= 180 &&
    Math.abs(y as number) < 90
  );
}

function cleanLine(line: readonly Position[]): Position[] {
  return line.filter(
    (position, i) =>
      drawable(position) &&
      (i === 0 || position[0] !== line[i - 1]?.[0] || position[1] !== line[i - 1]?.[1]),
  );
}

function cleanRing(ring: readonly Position[]): Position[] | null {
  const clean = cleanLine(ring);
  const first = clean[0];
  const last = clean.at(-1);
  if (!first || !last) return null;
  if (first[0] !== last[0] || first[1] !== last[1]) clean.push(first);
  return clean.length >= 4 ? clean : null;
}

function cleanPolygon(rings: readonly (readonly Position[])[]): Position[][] | null {
  const [outer, ...holes] = rings.map(cleanRing);
  if (!outer) return null;
  return [outer, ...holes.filter((ring) => ring !== null)];
}

/**
 * What can be drawn of a geometry as stored: positions that are no place on earth, rings with too
 * few points and parts without points are left out, open rings closed. Records may hold such shapes,
 * for the checks must be able to name them; the map must not fall over them. Null when nothing is left.
 */
export function drawableGeometry(geometry: Geometry | null): Geometry | null {
  switch (geometry?.type) {
    case 'Point':
      return drawable(geometry.coordinates) ? geometry : null;
    case 'MultiPoint': {
      const coordinates = geometry.coordinates.filter(drawable);
      return coordinates.length > 0 ? { type: 'MultiPoint', coordinates } : null;
    }
    case 'LineString': {
      const coordinates = cleanLine(geometry.coordinates);
      return coordinates.length > 1 ? { type: 'LineString', coordinates } : null;
    }
    case 'MultiLineString': {
      const coordinates = geometry.coordinates.map(cleanLine).filter((line) => line.length > 1);
      return coordinates.length > 0 ? { type: 'MultiLineString', coordinates } : null;
    }
    case 'Polygon': {
      const coordinates = cleanPolygon(geometry.coordinates);
      return coordinates ? { type: 'Polygon', coordinates } : null;
    }
    case 'MultiPolygon': {
      const coordinates = geometry.coordinates.map(cleanPolygon).filter((part) => part !== null);
      return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null;
    }
    case 'GeometryCollection': {
      const geometries = geometry.geometries.map(drawableGeometry).filter((part) => part !== null);
      return geometries.length > 0 ? { type: 'GeometryCollection', geometries } : null;
    }
    default:
      return null;
  }
}
