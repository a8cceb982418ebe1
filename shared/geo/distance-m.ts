import { earthRadiusM, radiansPerDegree } from './ring-area.ts';

/**
 * Distance in metres between two positions ([longitude, latitude] in degrees) on the sphere, on a
 * plane that is true at their middle latitude: within a hundred kilometres it differs from the great
 * circle by less than one part in ten thousand.
 */
export function distanceM(a: readonly number[], b: readonly number[]): number {
  const [ax = Number.NaN, ay = Number.NaN] = a;
  const [bx = Number.NaN, by = Number.NaN] = b;
  const east = (bx - ax) * Math.cos(((ay + by) / 2) * radiansPerDegree);
  return Math.hypot(east, by - ay) * radiansPerDegree * earthRadiusM;
}
