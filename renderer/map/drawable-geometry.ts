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

function cleanLine(line: Position[]): Position[] {
  const isFine = (position: Position, i: number) =>
    drawable(position) &&
    (i === 0 || position[0] !== line[i - 1]?.[0] || position[1] !== line[i - 1]?.[1]);
  return line.every(isFine) ? line : line.filter(isFine);
}

function cleanRing(ring: Position[]): Position[] | null {
  const clean = cleanLine(ring);
  const first = clean[0];
  const last = clean.at(-1);
  if (!first || !last) return null;
  const isClosed = first[0] === last[0] && first[1] === last[1];
  const closed = isClosed ? clean : [...clean, first];
  return closed.length >= 4 ? closed : null;
}

function cleanPolygon(rings: Position[][]): Position[][] | null {
  const outer = rings[0] ? cleanRing(rings[0]) : null;
  if (!outer) return null;
  return orSame(rings, [outer, ...cleanParts(rings.slice(1), cleanRing)]);
}

/** What is left of some parts. */
function cleanParts<Part>(parts: Part[], clean: (part: Part) => Part | null): Part[] {
  return parts.map(clean).filter((part) => part !== null);
}

/** The very same list where nothing is different: of sound shapes no copies are kept. */
function orSame<Part>(before: Part[], after: Part[]): Part[] {
  const isSame = before.length === after.length && before.every((part, i) => part === after[i]);
  return isSame ? before : after;
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
    case 'MultiPoint':
      return made(geometry, geometry.coordinates.filter(drawable), 1);
    case 'LineString':
      return made(geometry, cleanLine(geometry.coordinates), 2);
    case 'MultiLineString': {
      const lines = geometry.coordinates.map(cleanLine).filter((line) => line.length > 1);
      return made(geometry, lines, 1);
    }
    case 'Polygon':
      return made(geometry, cleanPolygon(geometry.coordinates) ?? [], 1);
    case 'MultiPolygon':
      return made(geometry, cleanParts(geometry.coordinates, cleanPolygon), 1);
    case 'GeometryCollection': {
      const geometries = geometry.geometries.map(drawableGeometry).filter((part) => part !== null);
      return geometries.length > 0 ? { type: 'GeometryCollection', geometries } : null;
    }
    default:
      return null;
  }
}

/** A geometry with other coordinates, itself where they are its own; null when there are fewer than `least`. */
function made<Kind extends { type: string; coordinates: unknown[] }>(
  geometry: Kind,
  coordinates: Kind['coordinates'],
  least: number,
): Kind | null {
  if (coordinates.length < least) return null;
  const kept = orSame(geometry.coordinates, coordinates);
  return kept === geometry.coordinates ? geometry : { ...geometry, coordinates: kept };
}
