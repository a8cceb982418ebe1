import { orientation } from '#shared/topology/orientation.ts';
import { segmentSide } from '#shared/topology/segment-side.ts';
import { LedgerError } from './edge-ledger.ts';

type Vertex = [number, number];
type Ring = Vertex[];

/** Whether a closed simple ring runs counter-clockwise, told at its lowest leftmost vertex. Exact. */
export function isCounterClockwise(ring: Ring): boolean {
  let at = 0;
  const count = ring.length - 1;
  for (let i = 1; i < count; i++) {
    const [x, y] = ring[i]!;
    if (x < ring[at]![0] || (x === ring[at]![0] && y < ring[at]![1])) at = i;
  }
  const [ax, ay] = ring[(at + count - 1) % count]!;
  const [bx, by] = ring[at]!;
  const [cx, cy] = ring[at + 1]!;
  return orientation(ax, ay, bx, by, cx, cy) > 0;
}

/** Where a vertex lies to a ring: 1 inside, -1 outside, 0 on it. Exact. */
function placeIn(ring: Ring, [px, py]: Vertex): number {
  let turns = 0;
  for (let i = 1; i < ring.length; i++) {
    const side = segmentSide(...ring[i - 1]!, ...ring[i]!, px, py);
    if (side === null) return 0;
    turns += side;
  }
  return turns === 0 ? -1 : 1;
}

/** Whether a hole lies in an outer ring, which it may touch. */
function isWithin(hole: Ring, outer: Ring): boolean {
  for (const vertex of hole) {
    const place = placeIn(outer, vertex);
    if (place !== 0) return place > 0;
  }
  return false;
}

/**
 * Puts rings together to polygons: each outer ring (counter-clockwise) with the holes (clockwise)
 * for which it is the nearest one around. Polygons come in the order of their outer rings.
 * @throws LedgerError when a hole lies in none
 */
export function nestRings(rings: readonly Ring[]): Ring[][] {
  const polygons = rings.filter(isCounterClockwise).map((outer) => [outer]);
  const holes = rings.filter((ring) => !isCounterClockwise(ring));
  for (const hole of holes) {
    const around = polygons.filter(([outer]) => polygons.length === 1 || isWithin(hole, outer!));
    // Of several outer rings around, the innermost lies in all the others.
    const home = around.find(([outer]) =>
      around.every(([other]) => other === outer || isWithin(outer!, other!)),
    );
    if (!home) throw new LedgerError('a hole lies in no ground');
    home.push(hole);
  }
  return polygons;
}
