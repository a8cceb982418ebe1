import type { Geometry, Position } from 'geojson';
import type { LeftOut } from '#shared/formats/geometry/left-out.ts';

/** Depth of the coordinates of each type: 0 for a position, 1 for a list of them, and so on. */
const depths: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>;
export type GeometryAnswer = { geometry: Geometry | null } | { problem: string };

function readPosition(value: unknown, left?: LeftOut): Position | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const [longitude, latitude, height] = value as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null;
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null;
  if (typeof height === 'number') left?.height(height);
  return [longitude, latitude];
}

function readCoordinates(value: unknown, depth: number, left?: LeftOut): unknown {
  if (depth === 0) return readPosition(value, left);
  if (!Array.isArray(value)) return null;
  const read: unknown[] = [];
  for (const part of value) {
    const coordinates = readCoordinates(part, depth - 1, left);
    if (coordinates === null) return null;
    read.push(coordinates);
  }
  return read;
}

function isEmpty(coordinates: unknown): boolean {
  return Array.isArray(coordinates) && coordinates.every(isEmpty);
}

/** Collections within each other, beyond which no program has made them. */
const deepest = 16;

/**
 * A collection whose members are all of one family, those of collections in it too, is that family's
 * Multi type in disguise.
 */
function readCollection(members: unknown, depth: number, left?: LeftOut): GeometryAnswer {
  if (!Array.isArray(members)) return { problem: 'badGeometry' };
  if (depth > deepest) return { problem: 'collection' };
  if (members.length === 0) return { geometry: null };
  const parts: Simple[] = [];
  for (const member of members as unknown[]) {
    const answer = readGeometry(member, left, depth + 1);
    if ('problem' in answer) return answer;
    if (answer.geometry) parts.push(answer.geometry as Simple);
  }
  const [first] = parts;
  if (!first) return { geometry: null };
  if (parts.length === 1) return { geometry: first };
  const family = first.type.replace('Multi', '');
  if (parts.some((part) => part.type.replace('Multi', '') !== family)) {
    return { problem: 'collection' };
  }
  const coordinates = parts.flatMap((part) =>
    part.type.startsWith('Multi') ? (part.coordinates as unknown[]) : [part.coordinates],
  );
  return { geometry: { type: `Multi${family}`, coordinates } as Geometry };
}

/**
 * A geometry of untrusted GeoJSON, checked to the last number; heights are dropped and counted in
 * `left`, rings stay as they are. Null for a missing or empty one, else the reason (key under
 * `import.reason`). `within` is the number of collections around it.
 */
export function readGeometry(value: unknown, left?: LeftOut, within = 0): GeometryAnswer {
  if (value === null || value === undefined) return { geometry: null };
  if (typeof value !== 'object') return { problem: 'badGeometry' };
  const { type, coordinates, geometries } = value as Record<string, unknown>;
  if (type === 'GeometryCollection') return readCollection(geometries, within, left);
  const depth = typeof type === 'string' && Object.hasOwn(depths, type) ? depths[type] : undefined;
  if (depth === undefined) return { problem: 'badGeometry' };
  if (isShallowlyEmpty(coordinates)) return { geometry: null };
  const read = readCoordinates(coordinates, depth, left);
  if (read === null) return { problem: 'badGeometry' };
  if (isEmpty(read)) return { geometry: null };
  return { geometry: { type, coordinates: read } as Geometry };
}

function isShallowlyEmpty(coordinates: unknown): boolean {
  return Array.isArray(coordinates) && coordinates.length === 0;
}
