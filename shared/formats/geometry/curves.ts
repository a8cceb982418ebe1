import type { Position } from 'geojson';
import type { LeftOut } from './left-out.ts';
import { arcPositions } from './arcs.ts';

/** Arcs beyond this many times their chord are straight lines for all that can be drawn. */
const flattest = 1e6;

const isSame = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** Whether a position comes before another, west to east and south to north. */
const isBefore = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) =>
  ax < bx || (ax === bx && ay < by);

/** Positions on the arc through three of them, without the first. */
function arcThrough(from: Position, over: Position, to: Position): Position[] {
  // Neighbours tell a shared border each in their own direction: both have to get the same positions.
  if (isBefore(to, from)) return [...arcThrough(to, over, from).toReversed().slice(1), to];
  const [x1 = 0, y1 = 0] = from;
  if (isSame(from, to)) {
    // Which way a whole circle runs it does not say.
    const [mx = 0, my = 0] = over;
    const centre: Position = [(x1 + mx) / 2, (y1 + my) / 2];
    const radius = Math.hypot(mx - x1, my - y1) / 2;
    const start = Math.atan2(y1 - (centre[1] as number), x1 - (centre[0] as number));
    const ring = arcPositions(centre, radius, start, start + 2 * Math.PI);
    return [...ring.slice(1, -1), to];
  }
  // Reckoned from the first position, so that no digits are lost to large coordinates.
  const [x2, y2] = [(over[0] ?? 0) - x1, (over[1] ?? 0) - y1];
  const [x3, y3] = [(to[0] ?? 0) - x1, (to[1] ?? 0) - y1];
  const turn = x2 * y3 - y2 * x3;
  const chord = Math.hypot(x3, y3);
  const [s2, s3] = [x2 * x2 + y2 * y2, x3 * x3 + y3 * y3];
  const cx = (s2 * y3 - s3 * y2) / (2 * turn);
  const cy = (x2 * s3 - x3 * s2) / (2 * turn);
  const radius = Math.hypot(cx, cy);
  if (!Number.isFinite(radius) || radius > flattest * chord) return [over, to];
  const start = Math.atan2(-cy, -cx);
  const end = Math.atan2(y3 - cy, x3 - cx);
  const whole = 2 * Math.PI;
  const angle = turn > 0 ? (end - start + whole) % whole : -((start - end + whole) % whole);
  const arc = arcPositions([x1 + cx, y1 + cy], radius, start, start + angle);
  return [...arc.slice(1, -1), to];
}

/** A line for a string of arcs, each through three positions, the last of one the first of the next. */
export function lineOfArcs(positions: readonly Position[], left?: LeftOut): Position[] | null {
  if (positions.length === 0) return [];
  if (positions.length % 2 === 0) return null;
  const line: Position[] = [positions[0] as Position];
  for (let i = 0; i + 2 < positions.length; i += 2) {
    const [from, over, to] = positions.slice(i, i + 3) as [Position, Position, Position];
    line.push(...arcThrough(from, over, to));
    left?.curve();
  }
  return line;
}

/** Lines one behind the other as one, the positions they share once. */
export function joinedLines(lines: readonly (readonly Position[])[]): Position[] {
  const joined: Position[] = [];
  for (const line of lines) {
    const [first, last] = [line[0], joined.at(-1)];
    joined.push(...(first && last && isSame(first, last) ? line.slice(1) : line));
  }
  return joined;
}
