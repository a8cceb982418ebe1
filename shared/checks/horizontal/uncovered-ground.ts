import type { Polygon } from 'geojson';
import type { Pace } from '#shared/checks/pace.ts';
import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import { differenceOfAreas, toArea, toPolygons, unionOfAreas } from '#shared/geo/clip.ts';
import type { Ground } from './coverage-faces.ts';
import type { PreparedArea } from './prepared-area.ts';

/** Vertices clipped in one go: few enough for a cancel to be noticed at once. */
const batchVertices = 1000;

interface BoxedPolygon {
  polygon: Polygon;
  box: Bounds;
}

const boxed = (polygon: Polygon): BoxedPolygon => ({ polygon, box: areaBounds(polygon) });

/** Zones from west to east, in groups of some {@link batchVertices} vertices. */
function batchesOf(zones: readonly PreparedArea[]): PreparedArea[][] {
  const batches: PreparedArea[][] = [];
  let size = Infinity;
  const sorted = [...zones].sort((a, b) => a.index.bounds[0] - b.index.bounds[0]);
  for (const zone of sorted) {
    const vertices = zone.index.rings.reduce((sum, ring) => sum + ring.length, 0);
    if (size + vertices > batchVertices) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(zone);
    size += vertices;
  }
  return batches;
}

/** Ground of `whole` under none of the zones. */
export async function uncoveredGround(
  whole: Ground,
  zones: readonly PreparedArea[],
  pace: Pace,
): Promise<Polygon[]> {
  // Parts of an outline may lie side by side; a gap across their common border is one gap.
  const parts = toPolygons(whole);
  let rest = (parts.length > 1 ? unionOfAreas(parts) : parts).map(boxed);
  const batches = batchesOf(zones);
  for (const [done, batch] of batches.entries()) {
    await pace.step(done, batches.length);
    const next: BoxedPolygon[] = [];
    for (const piece of rest) {
      const over = batch.filter((zone) => boundsMeet(zone.index.bounds, piece.box));
      if (over.length === 0) {
        next.push(piece);
        continue;
      }
      await pace.step(done, batches.length);
      const others = over.map((zone) => zone.geometry);
      next.push(...differenceOfAreas(piece.polygon, others).map(boxed));
    }
    rest = next;
  }
  return rest.map(({ polygon }) => polygon);
}

/** Holes in the union of the zones: what is left of a frame around them, but for its outer rest. */
export async function enclosedGround(
  zones: readonly PreparedArea[],
  pace: Pace,
): Promise<Polygon[]> {
  const box = zones.reduce<Bounds>(
    (sum, { index: { bounds } }) => [
      Math.min(sum[0], bounds[0]),
      Math.min(sum[1], bounds[1]),
      Math.max(sum[2], bounds[2]),
      Math.max(sum[3], bounds[3]),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
  const margin = Math.max(box[2] - box[0], box[3] - box[1]) / 100;
  const [west, south] = [box[0] - margin, box[1] - margin];
  const [east, north] = [box[2] + margin, box[3] + margin];
  const frame: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
  const rest = await uncoveredGround(frame, zones, pace);
  return rest.filter((polygon) => areaBounds(polygon)[0] > west);
}

/** Divides ground that no zone covers into what exceptions excuse and what nothing does. */
export function splitByExceptions(
  uncovered: readonly Polygon[],
  exceptions: readonly PreparedArea[],
): { gaps: Polygon[]; excused: Polygon[] } {
  const gaps: Polygon[] = [];
  const excused: Polygon[] = [];
  for (const polygon of uncovered) {
    const box = areaBounds(polygon);
    const near = exceptions
      .filter(({ index }) => boundsMeet(index.bounds, box))
      .map(({ geometry }) => geometry);
    const left = differenceOfAreas(polygon, near);
    gaps.push(...left);
    const open = toArea(left);
    // Exceptions may lie over each other, so what they excuse is read off what they leave.
    if (near.length === 0) continue;
    excused.push(...(open ? differenceOfAreas(polygon, [open]) : [polygon]));
  }
  return { gaps, excused };
}
