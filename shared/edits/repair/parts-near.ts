import Flatbush from 'flatbush';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { CoveragePart, Ground } from '#shared/topology/packed-coverage.ts';

/** Two steps of the grid, so that what touches is near for certain. */
const margin = fromGrid(2);

const boxes = new WeakMap<object, Bounds>();

/** Box of an area, found once for each, since records never change in place. */
export function boxOf(area: Ground): Bounds {
  let box = boxes.get(area);
  if (box === undefined) {
    box = areaBounds(area);
    boxes.set(area, box);
  }
  return box;
}

/** Those of `parts` of which the boxes meet any of `places`. */
export function partsMeeting<P extends CoveragePart>(
  parts: readonly P[],
  places: readonly Bounds[],
): P[] {
  if (places.length === 0) return [];
  const index = new Flatbush(places.length);
  for (const [west, south, east, north] of places) {
    index.add(west - margin, south - margin, east + margin, north + margin);
  }
  index.finish();
  return parts.filter(({ geometry }) => {
    const box = boxOf(geometry);
    return box[0] <= box[2] && index.collides(...box);
  });
}

/** Parts that come near any of `places`, or near a part that does. */
export function partsNear<P extends CoveragePart>(
  parts: readonly P[],
  places: readonly Ground[],
): P[] {
  const boxesOfPlaces = places.map(boxOf);
  const beside = partsMeeting(parts, boxesOfPlaces);
  return partsMeeting(parts, [...boxesOfPlaces, ...beside.map(({ geometry }) => boxOf(geometry))]);
}
