import type { Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';

/** Size of the box around a ring: unlike its area it does not suffer when the ring crosses itself. */
function extent(ring: readonly Position[]): number {
  const [west, south, east, north] = boundsOf(ring);
  return (east - west) * (north - south);
}

/** The same rings with the largest of each polygon as its outer one, as is meant when a hole came first. */
export function largestRingFirst(ground: Ground): Ground {
  const coordinates = polygonsOf(ground).map((rings) => {
    return rings.toSorted((a, b) => extent(b) - extent(a));
  });
  return { type: 'MultiPolygon', coordinates };
}
