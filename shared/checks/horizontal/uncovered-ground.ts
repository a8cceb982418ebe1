import type { Polygon } from 'geojson';
import type { Pace } from '#shared/checks/pace.ts';
import { samePlaceEpsilon } from '#shared/geo/area-index.ts';
import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import {
  differenceOfAreas,
  intersectAreas,
  toArea,
  toPolygons,
  unionOfAreas,
} from '#shared/geo/clip.ts';
import type { Ground } from './coverage-faces.ts';
import { defectWindows } from './defect-windows.ts';
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

function rectangle([west, south, east, north]: Bounds): Polygon {
  return {
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
}

/** Ground of `whole` under none of the zones. */
async function remainder(
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

/** Ground of the boundary under none of the zones, looked for only where borders do not match. */
export async function uncoveredGround(
  boundary: PreparedArea,
  zones: readonly PreparedArea[],
  planar: boolean,
  pace: Pace,
): Promise<Polygon[]> {
  const [west, south, east, north] = boundary.index.bounds;
  const margin = Math.max(east - west, north - south) * 1e-6;
  const windows = defectWindows(boundary, zones, margin);
  const found: Polygon[] = [];
  for (const [done, window] of windows.entries()) {
    const part = pace.part(done / windows.length, (done + 1) / windows.length);
    await pace.step(done, windows.length);
    const frame = rectangle(window);
    const middle = [(window[0] + window[2]) / 2, (window[1] + window[3]) / 2];
    const inner = boundary.index.edgesIn(window, 0).length === 0;
    if (inner && boundary.index.locate(middle, samePlaceEpsilon(planar)) === 'outside') continue;
    const whole = inner ? frame : toArea(intersectAreas([boundary.geometry, frame]));
    const near = zones.filter(({ index }) => boundsMeet(index.bounds, window));
    if (whole) found.push(...(await remainder(whole, near, part)));
  }
  return found;
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
  const west = box[0] - margin;
  const frame = rectangle([west, box[1] - margin, box[2] + margin, box[3] + margin]);
  const rest = await remainder(frame, zones, pace);
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
