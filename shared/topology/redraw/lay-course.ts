import type { Position } from 'geojson';
import { snapDegrees } from '#shared/geo/grid.ts';
import { type LocalMetres, localMetres } from '#shared/geo/local-metres.ts';
import { type BorderChange, placeKey, type Stretch } from './border-change.ts';

interface OnCourse {
  /** Number of the course's edge, and how far along it (0 to 1). */
  edge: number;
  t: number;
  at: Position;
}

/** The place on a course nearest to a position, not before `after`. */
function nearest(
  course: readonly Position[],
  place: Position,
  after: OnCourse,
  plane: LocalMetres,
): OnCourse | null {
  const [px = 0, py = 0] = plane.to(place);
  let best: OnCourse | null = null;
  let least = Infinity;
  for (let edge = after.edge; edge + 1 < course.length; edge++) {
    const [ax = 0, ay = 0] = plane.to(course[edge]!);
    const [bx = 0, by = 0] = plane.to(course[edge + 1]!);
    const [dx, dy] = [bx - ax, by - ay];
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / squared;
    const t = Math.min(1, Math.max(edge === after.edge ? after.t : 0, along));
    const [x, y] = [ax + t * dx, ay + t * dy];
    const distance = Math.hypot(px - x, py - y);
    if (distance >= least) continue;
    least = distance;
    best = { edge, t, at: plane.from([x, y]).map(snapDegrees) };
  }
  return best;
}

/**
 * Lays a line, given in its parts from junction to junction, along a course with the same ends. Junctions
 * inside move to the nearest place on the course, in their order, and take the borders that end there
 * along. Null when two of them would come to the same place. Degrees, on the grid.
 */
export function layCourse(
  parts: readonly Position[][],
  course: readonly Position[],
): BorderChange | null {
  const plane = localMetres(course[0]!, false);
  const stretches: Stretch[] = [];
  const moves = new Map<string, Position>();
  let last: OnCourse = { edge: 0, t: 0, at: course[0]! };
  const taken = new Set([placeKey(course[0]!), placeKey(course.at(-1)!)]);
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1;
    const end = part.at(-1)!;
    const next: OnCourse | null = isLast
      ? { edge: course.length - 1, t: 0, at: end }
      : nearest(course, end, last, plane);
    if (!next || (!isLast && taken.has(placeKey(next.at)))) return null;
    taken.add(placeKey(next.at));
    const between = course
      .slice(last.edge + 1, next.edge + (isLast ? 0 : 1))
      .filter((at) => placeKey(at) !== placeKey(next.at) && placeKey(at) !== placeKey(last.at));
    stretches.push({ from: part, to: [part[0]!, ...between, end] });
    if (!isLast) moves.set(placeKey(end), next.at);
    last = next;
  }
  return { stretches, moves };
}

/**
 * The part of a line between the places on it nearest to two positions, in the direction from the first
 * to the second, those places included. Degrees, on the grid.
 */
export function courseAlong(line: readonly Position[], from: Position, to: Position): Position[] {
  const plane = localMetres(line[0]!, false);
  const origin: OnCourse = { edge: 0, t: 0, at: line[0]! };
  const [a, b] = [from, to].map((at) => nearest(line, at, origin, plane) ?? origin) as [
    OnCourse,
    OnCourse,
  ];
  const isBack = b.edge < a.edge || (b.edge === a.edge && b.t < a.t);
  const [first, last] = isBack ? [b, a] : [a, b];
  const course = [first.at, ...line.slice(first.edge + 1, last.edge + 1), last.at];
  return isBack ? course.reverse() : course;
}
