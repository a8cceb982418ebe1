import type { Geometry, Position } from 'geojson';
import { snapDegrees } from './grid.ts';

/** A position on the grid: the same one if it is there already and has no height. */
function snapPosition(position: Position): Position {
  const longitude = position[0] ?? Number.NaN;
  const latitude = position[1] ?? Number.NaN;
  const x = snapDegrees(longitude);
  const y = snapDegrees(latitude);
  const kept = Object.is(x, longitude) && Object.is(y, latitude) && position.length === 2;
  return kept ? position : [x, y];
}

function snapNested(coordinates: readonly unknown[]): readonly unknown[] {
  if (typeof coordinates[0] === 'number') return snapPosition(coordinates as Position);
  let copy: unknown[] | null = null;
  for (let i = 0; i < coordinates.length; i++) {
    const part = coordinates[i];
    const snapped = Array.isArray(part) ? snapNested(part) : part;
    if (snapped === part) continue;
    copy ??= [...coordinates];
    copy[i] = snapped;
  }
  return copy ?? coordinates;
}

/**
 * The same geometry with every position on the 1e-7° grid; heights are dropped.
 * Positions are [longitude, latitude] in degrees. The input is not changed, but lists of it that
 * are on the grid already are handed on.
 */
export function snapGeometry<G extends Exclude<Geometry, { type: 'GeometryCollection' }>>(
  geometry: G,
): G {
  return { type: geometry.type, coordinates: snapNested(geometry.coordinates) } as unknown as G;
}
