import type { Position } from 'geojson';
import { toGrid } from '#shared/geo/grid.ts';

const known = new WeakMap<Position[], number>();

/** Twice the area in square steps between a line and a position, counter-clockwise positive: rings are sums of that. */
export function doubledAreaAlong(line: readonly Position[], origin: Position): number {
  const x = toGrid(origin[0]!);
  const y = toGrid(origin[1]!);
  let ax = toGrid(line[0]![0]!) - x;
  let ay = toGrid(line[0]![1]!) - y;
  let twice = 0;
  for (let i = 1; i < line.length; i++) {
    const bx = toGrid(line[i]![0]!) - x;
    const by = toGrid(line[i]![1]!) - y;
    twice += ax * by - ay * bx;
    ax = bx;
    ay = by;
  }
  return twice;
}

/** Twice the area of a closed ring in square steps, counter-clockwise positive; summed up once for each. */
export function doubledArea(ring: Position[]): number {
  let twice = known.get(ring);
  if (twice === undefined) {
    twice = doubledAreaAlong(ring, ring[0]!);
    known.set(ring, twice);
  }
  return twice;
}

/** Remembers the doubled area of a ring that follows from that of another one. */
export function noteDoubledArea(ring: Position[], twice: number): void {
  known.set(ring, twice);
}
