import type { Geometry, Position } from 'geojson';
import { polygonByNesting } from '#shared/formats/geometry/polygon-from-rings.ts';
import { bulgePositions, ellipsePositions } from '#shared/formats/geometry/arcs.ts';
import type { DxfThing, Group } from './groups.ts';
import { splinePositions } from './spline.ts';

/** Goes through the pairs of a thing, whose order says what they mean. */
class Pairs {
  private readonly groups: readonly Group[];
  private at = 0;

  constructor({ groups }: DxfThing) {
    this.groups = groups;
  }

  /** Goes on to the next pair of a code; whether there is one. */
  seek(code: number): boolean {
    while (this.at < this.groups.length && this.groups[this.at]?.code !== code) this.at += 1;
    return this.at < this.groups.length;
  }

  /** Value of the pair at hand when it has the code, which it then leaves behind; else what is said. */
  take(code: number, otherwise = Number.NaN): number {
    const group = this.groups[this.at];
    if (group?.code !== code) return otherwise;
    this.at += 1;
    return Number(group.value);
  }

  place(x = 10): Position {
    return [this.take(x), this.take(x + 10)];
  }

  /** A number of things: never more than there are pairs. */
  count(code: number): number {
    const count = this.take(code, 0);
    return Number.isInteger(count) ? Math.min(Math.max(0, count), this.groups.length) : 0;
  }
}

const radians = Math.PI / 180;

/** A ring of corners, with a bulge behind those from which an arc begins. */
function cornerRing(pairs: Pairs): Position[] {
  const hasBulges = pairs.take(72, 0) !== 0;
  pairs.take(73, 1);
  const corners = Array.from({ length: pairs.count(93) }, () => {
    const position = pairs.place();
    return { position, bulge: hasBulges ? pairs.take(42, 0) : 0 };
  });
  return corners.flatMap(({ position, bulge }, i) => {
    const next = corners[(i + 1) % corners.length]?.position ?? position;
    return bulgePositions(position, next, bulge);
  });
}

/** Angles of an edge that runs clockwise are told as seen in a mirror. */
function turned(pairs: Pairs, centre: Position, major: Position, ratio: number): Position[] {
  const [from, to] = [pairs.take(50) * radians, pairs.take(51) * radians];
  const side = pairs.take(73, 1) === 0 ? -1 : 1;
  return ellipsePositions(centre, major, side * ratio, from, to);
}

function splineEdge(pairs: Pairs): Position[] {
  const degree = pairs.take(94);
  const isRational = pairs.take(73, 0) !== 0;
  pairs.take(74);
  const [knotCount, pointCount] = [pairs.count(95), pairs.count(96)];
  const knots = Array.from({ length: knotCount }, () => pairs.take(40));
  const weights: number[] = [];
  const points = Array.from({ length: pointCount }, () => {
    const point = pairs.place();
    if (isRational) weights.push(pairs.take(42, 1));
    return point;
  });
  return splinePositions({ degree, knots, points, weights }) ?? points;
}

function edge(pairs: Pairs): Position[] {
  switch (pairs.take(72)) {
    case 1:
      return [pairs.place(), pairs.place(11)];
    case 2: {
      const centre = pairs.place();
      return turned(pairs, centre, [pairs.take(40), 0], 1);
    }
    case 3: {
      const [centre, major] = [pairs.place(), pairs.place(11)];
      return turned(pairs, centre, major, pairs.take(40));
    }
    case 4:
      return splineEdge(pairs);
    default:
      return [];
  }
}

const apart = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) =>
  Math.hypot(ax - bx, ay - by);

/** How far a position is from the nearer end of a line. */
const toEnds = (position: Position, line: readonly Position[]) =>
  Math.min(apart(position, line[0] ?? position), apart(position, line.at(-1) ?? position));

/** Edges one behind the other, those turned round that are drawn against the way of the others. */
function joined(edges: readonly Position[][]): Position[] {
  const [first = [], second = []] = edges;
  const [head = [], end = []] = [first[0], first.at(-1)];
  const isTurned = second.length > 0 && toEnds(head, second) < toEnds(end, second);
  const ring = isTurned ? first.toReversed() : [...first];
  for (const one of edges.slice(1)) {
    const at = ring.at(-1) ?? [];
    const isBack = apart(at, one.at(-1) ?? at) < apart(at, one[0] ?? at);
    ring.push(...(isBack ? one.toReversed() : one));
  }
  return ring;
}

/** What is filled: outlines, by the flags of each, and holes within them. Null when there is nothing. */
export function hatchArea(thing: DxfThing): Geometry | null {
  const pairs = new Pairs(thing);
  if (!pairs.seek(91)) return null;
  const rings: Position[][] = [];
  for (let left = pairs.count(91); left > 0 && pairs.seek(92); left -= 1) {
    const isCorners = (pairs.take(92, 0) & 2) !== 0;
    const ring = isCorners
      ? cornerRing(pairs)
      : joined(
          Array.from({ length: pairs.count(93) }, () => edge(pairs)).filter(
            (one) => one.length > 0,
          ),
        );
    const [start] = ring;
    if (!start || ring.length < 3) continue;
    if (apart(start, ring.at(-1) as Position) > 0) ring.push(start);
    if (ring.length >= 4) rings.push(ring);
  }
  return polygonByNesting(rings);
}
