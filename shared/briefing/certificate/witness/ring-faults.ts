import type { Position } from 'geojson';
import { comparePositions, type Steps, toSteps } from '#shared/briefing/certificate/grid-steps.ts';
import { boundsOf } from '#shared/geo/bounds.ts';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { segmentsCross } from '#shared/geo/segment-distance.ts';
import Flatbush from 'flatbush';
import type { Ground } from './boxed-ground.ts';

/** Faults in a ring that anyone can see, whatever a program makes of it. */
export type RingFault = 'unclosed' | 'too-short' | 'spike' | 'self-crossing';

/** Whether the border turns straight back at b, exactly. */
function turnsBack(a: Steps, b: Steps, c: Steps): boolean {
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [c[0] - b[0], c[1] - b[1]];
  return ux * vy - uy * vx === 0 && ux * vx + uy * vy < 0;
}

function crossesItself(ring: readonly Steps[]): boolean {
  const tree = new Flatbush(ring.length);
  const next = (i: number) => ring[(i + 1) % ring.length] as Steps;
  // From the first position, so that what doubles make of crossings stays exact.
  const [x0, y0] = ring[0] as Steps;
  const at = ([x, y]: Steps): Position => [x - x0, y - y0];
  ring.forEach((a, i) => tree.add(...boundsOf([at(a), at(next(i))])));
  tree.finish();
  return ring.some((a, i) => {
    const [p, q] = [at(a), at(next(i))];
    return tree.search(...boundsOf([p, q])).some((j) => {
      if (j <= i) return false;
      return segmentsCross(p, q, at(ring[j] as Steps), at(next(j)));
    });
  });
}

function faultOf(ring: readonly Position[], planar: boolean): RingFault | null {
  const steps = ring.map((position) => toSteps(position, planar));
  const open = steps.filter((here, i) => i === 0 || comparePositions(here, steps[i - 1]!) !== 0);
  const isClosed = open.length > 1 && comparePositions(open[0]!, open.at(-1)!) === 0;
  if (isClosed) open.pop();
  if (new Set(open.map(String)).size < 3) return 'too-short';
  if (!isClosed) return 'unclosed';
  const at = (i: number) => open[(i + open.length) % open.length] as Steps;
  if (open.some((here, i) => turnsBack(at(i - 1), here, at(i + 1)))) return 'spike';
  return crossesItself(open) ? 'self-crossing' : null;
}

/** The first fault in the rings of an area as its file has them; null for none. */
export function ringFault(area: Ground, planar: boolean): RingFault | null {
  for (const ring of polygonsOf(area).flat()) {
    const fault = faultOf(ring, planar);
    if (fault) return fault;
  }
  return null;
}
