import type { MultiPolygon, Polygon, Position } from 'geojson';

interface Ring {
  ring: Position[];
  /** Twice the signed area, negative when clockwise. */
  turn: number;
  box: [number, number, number, number];
}

function measure(ring: Position[]): Ring {
  let turn = 0;
  const box: Ring['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  for (let i = 0; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i] as Position;
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] as Position;
    turn += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
    box[0] = Math.min(box[0], x1);
    box[1] = Math.min(box[1], y1);
    box[2] = Math.max(box[2], x1);
    box[3] = Math.max(box[3], y1);
  }
  return { ring, turn, box };
}

/** 1 inside, -1 outside, 0 on the line. */
function side([x = 0, y = 0]: Position, ring: readonly Position[]): number {
  let inside = -1;
  for (let i = 0; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i] as Position;
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] as Position;
    if ((x1 === x && y1 === y) || (y1 === y && y2 === y && (x1 - x) * (x2 - x) <= 0)) return 0;
    if (y1 > y === y2 > y) continue;
    const at = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
    if (at === x) return 0;
    if (at > x) inside = -inside;
  }
  return inside;
}

/**
 * How many edges may still be looked at for one shape: hundreds for each of its corners, which real ones never
 * take, so that rings upon rings made to hurt come to an end.
 */
interface Work {
  left: number;
}

const workFor = (rings: readonly Ring[]): Work => ({
  left: 1e7 + 500 * rings.reduce((sum, { ring }) => sum + ring.length, 0),
});

/** Whether a ring lies in another; false as well when the work is used up. */
function isWithin(inner: Ring, outer: Ring, work: Work): boolean {
  work.left -= 1;
  if (
    inner.box[0] < outer.box[0] ||
    inner.box[1] < outer.box[1] ||
    inner.box[2] > outer.box[2] ||
    inner.box[3] > outer.box[3]
  ) {
    return false;
  }
  // A hole may touch its outer ring: the first vertex off the line decides.
  for (const position of inner.ring.slice(0, 200)) {
    if (work.left <= 0) return false;
    work.left -= outer.ring.length;
    const answer = side(position, outer.ring);
    if (answer !== 0) return answer > 0;
  }
  return Math.abs(inner.turn) < Math.abs(outer.turn);
}

/** Outer rings and holes. Writers that wind the wrong way round have every clockwise ring in another. */
function parted(rings: readonly Ring[], work: Work): [Ring[], Ring[]] {
  const clockwise = rings.filter(({ turn }) => turn <= 0);
  const others = rings.filter(({ turn }) => turn > 0);
  if (clockwise.length === 0) return [others, []];
  const reversed =
    others.length > 0 &&
    clockwise.length * others.length < 10_000 &&
    clockwise.every((ring) => others.some((other) => isWithin(ring, other, work)));
  return reversed ? [others, clockwise] : [clockwise, others];
}

/**
 * A polygon from rings of one record that does not say which are holes. As the shapefile has it,
 * outer rings run clockwise and holes the other way; a hole belongs to the smallest outer ring
 * around it. Where that cannot be (no ring runs clockwise, a hole without an outer ring), the ring
 * is an outer one. Null when there are no rings.
 */
export function polygonFromRings(rings: readonly Position[][]): Polygon | MultiPolygon | null {
  const filled = rings.filter((ring) => ring.length > 0);
  const [only] = filled;
  if (!only) return null;
  if (filled.length === 1) return { type: 'Polygon', coordinates: [only] };
  const measured = filled.map(measure);
  const work = workFor(measured);
  const [outers, holes] = parted(measured, work);
  const polygons = new Map(outers.map((outer) => [outer, [outer.ring]]));
  const bySize = outers.toSorted((a, b) => Math.abs(a.turn) - Math.abs(b.turn));
  for (const hole of holes) {
    const found = bySize.find((one) => isWithin(hole, one, work));
    const outer = found ?? (work.left > 0 ? undefined : outers[0]);
    if (outer) polygons.get(outer)?.push(hole.ring);
    else polygons.set(hole, [hole.ring]);
  }
  const coordinates = [...polygons.values()];
  const [first] = coordinates;
  return coordinates.length === 1 && first
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates };
}

/**
 * A polygon from rings of which nothing is known but that what lies between them is filled: a ring within an
 * odd number of others is a hole. Null when there are no rings.
 */
export function polygonByNesting(rings: readonly Position[][]): Polygon | MultiPolygon | null {
  const measured = rings.map(measure);
  const work = workFor(measured);
  const turnedRight = measured.map((ring) => {
    const around = measured.filter((other) => other !== ring && isWithin(ring, other, work));
    // As polygonFromRings has it, outer rings run clockwise.
    const isRight = ring.turn < 0 === (around.length % 2 === 0);
    return isRight ? ring.ring : ring.ring.toReversed();
  });
  return polygonFromRings(turnedRight);
}
