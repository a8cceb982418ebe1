import type { Geometry, Position } from 'geojson';

function list(part: readonly unknown[]): string {
  if (typeof part[0] === 'number') return (part as Position).slice(0, 2).join(' ');
  return `(${part.map((inner) => list(inner as unknown[])).join(', ')})`;
}

/** A geometry as well-known text; heights are left out. */
export function writeWkt(geometry: Geometry): string {
  const name = geometry.type.toUpperCase();
  if (geometry.type === 'GeometryCollection') {
    const parts = geometry.geometries.map(writeWkt);
    return parts.length > 0 ? `${name} (${parts.join(', ')})` : `${name} EMPTY`;
  }
  if (geometry.coordinates.length === 0) return `${name} EMPTY`;
  const text = list(geometry.coordinates);
  return geometry.type === 'Point' ? `${name} (${text})` : `${name} ${text}`;
}
