import type { FixTarget } from '#shared/model/fix.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';

/** The ground of a finding; null when it is none (a position, or nothing). */
export function targetGround({ geometry }: FixTarget): Ground | null {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : null;
}
