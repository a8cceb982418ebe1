import type { Position } from 'geojson';
import type { Area } from '#shared/model/geometry.ts';

export type Box = [west: number, south: number, east: number, north: number];
type Interval = [from: number, to: number];

function ringsOf(area: Area): Position[][] {
  return area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
}

/** [west, south, east, north] of an area in degrees; infinite and inverted when it has no position. */
export function boxOf(area: Area): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of ringsOf(area)) {
    for (const [x = 0, y = 0] of ring) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box;
}

/** Where the parallel at latitude `y` runs inside the area (even-odd), from west to east. */
function inside(area: Area, y: number): Interval[] {
  const crossings: number[] = [];
  for (const ring of ringsOf(area)) {
    for (let index = 0; index < ring.length; index += 1) {
      const [x1 = 0, y1 = 0] = ring[index] as Position;
      const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] as Position;
      if (y1 <= y !== y2 <= y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  crossings.sort((a, b) => a - b);
  const intervals: Interval[] = [];
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    intervals.push([crossings[index] as number, crossings[index + 1] as number]);
  }
  return intervals;
}

function commonLength(a: readonly Interval[], b: readonly Interval[]): number {
  let sum = 0;
  for (const [from, to] of a) {
    for (const [start, end] of b) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return sum;
}

const scanLines = 15;

/**
 * Which of `candidates` shares most ground with `area`; null when none shares any. Measured along
 * evenly spaced parallels: exact enough to tell parents apart, and at home with invalid rings.
 */
export function largestOverlap<T>(
  area: Area,
  candidates: readonly { box: Box; area: Area; value: T }[],
): T | null {
  const [west, south, east, north] = boxOf(area);
  const near = candidates.filter(
    ({ box }) => box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south,
  );
  if (near.length === 0) return null;
  const shared = near.map(() => 0);
  for (let line = 0; line < scanLines; line += 1) {
    const y = south + ((line + 0.5) / scanLines) * (north - south);
    const own = inside(area, y);
    near.forEach((candidate, index) => {
      shared[index] = (shared[index] as number) + commonLength(own, inside(candidate.area, y));
    });
  }
  const most = Math.max(...shared);
  return most > 0 ? (near[shared.indexOf(most)]?.value ?? null) : null;
}

/** Whether a position lies in an area (even-odd; its border belongs to either side). */
export function contains(area: Area, [x = 0, y = 0]: Position): boolean {
  return inside(area, y).some(([from, to]) => from <= x && x <= to);
}
