import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { distanceM } from '#shared/geo/distance-m.ts';

type Area = Polygon | MultiPolygon;

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Length of a line in metres; positions in degrees. */
export function lineLengthM(line: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distanceM(line[i - 1]!, line[i]!);
  return sum;
}

/**
 * The vertices from one vertex of a ring to another along the ring, both included: the shorter way, or
 * the longer with `otherWay`. All of it when both are one. Null when no ring has both.
 */
export function ringPath(
  area: Area,
  from: Position,
  to: Position,
  otherWay: boolean,
): Position[] | null {
  for (const ring of polygonsOf(area).flat()) {
    const open = ring.slice(0, -1);
    const start = open.findIndex((at) => same(at, from));
    const end = open.findIndex((at) => same(at, to));
    if (start === -1 || end === -1) continue;
    const turned = [...open.slice(start), ...open.slice(0, start)];
    if (start === end) return [...turned, turned[0]!];
    const at = (end - start + open.length) % open.length;
    const ahead = turned.slice(0, at + 1);
    const back = [turned[0]!, ...turned.slice(at).toReversed()];
    const isAhead = lineLengthM(ahead) <= lineLengthM(back);
    return isAhead !== otherWay ? ahead : back;
  }
  return null;
}
