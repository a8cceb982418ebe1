import type { Geometry, Position } from 'geojson';

/** A geometry with every position replaced by what `convert` makes of it; closed rings stay closed. */
export function mapPositions<G extends Geometry>(
  geometry: G,
  convert: (position: Position) => Position,
): G {
  const nested = (part: unknown): unknown =>
    Array.isArray(part)
      ? typeof part[0] === 'number'
        ? convert(part as Position)
        : part.map(nested)
      : part;
  if (geometry.type === 'GeometryCollection') {
    return {
      ...geometry,
      geometries: geometry.geometries.map((one) => mapPositions(one, convert)),
    };
  }
  return { ...geometry, coordinates: nested(geometry.coordinates) };
}

/** Every position of a geometry, in order. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') {
    for (const one of geometry.geometries) yield* positionsOf(one);
    return;
  }
  yield* nestedPositions(geometry.coordinates);
}

function* nestedPositions(part: readonly unknown[]): Generator<Position> {
  if (typeof part[0] === 'number') yield part as Position;
  else {
    for (const inner of part) {
      if (!Array.isArray(inner)) continue;
      // No generator of its own for each of millions of positions.
      if (typeof inner[0] === 'number') yield inner as Position;
      else yield* nestedPositions(inner as readonly unknown[]);
    }
  }
}
