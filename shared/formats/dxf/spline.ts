import type { Position } from 'geojson';

/** A B-spline as drawings keep it. */
export interface Spline {
  degree: number;
  knots: readonly number[];
  points: readonly Position[];
  /** One for each point; all alike when there are none. */
  weights: readonly number[];
}

/** Chords for each stretch between two knots. */
const chords = 16;
const mostPoints = 5000;
const highestDegree = 11;

/** The place of a spline at a parameter within the span of knots that begins with `span` (de Boor). */
function placeAt({ degree, knots, points, weights }: Spline, span: number, at: number): Position {
  const work = Array.from({ length: degree + 1 }, (_, i) => {
    const index = i + span - degree;
    const [x = 0, y = 0] = points[index] ?? [];
    const weight = weights[index] ?? 1;
    return [x * weight, y * weight, weight] as [number, number, number];
  });
  for (let level = 1; level <= degree; level += 1) {
    for (let i = degree; i >= level; i -= 1) {
      const low = knots[i + span - degree] as number;
      const high = knots[i + 1 + span - level] as number;
      const share = high > low ? (at - low) / (high - low) : 0;
      const [here, before] = [work[i], work[i - 1]] as [number[], number[]];
      for (let axis = 0; axis < 3; axis += 1) {
        here[axis] = (1 - share) * (before[axis] as number) + share * (here[axis] as number);
      }
    }
  }
  const [x, y, weight] = work[degree] as [number, number, number];
  return [x / weight, y / weight];
}

/** Positions along a spline; null when its knots do not fit its points. */
export function splinePositions(spline: Spline): Position[] | null {
  const { degree, knots, points } = spline;
  const isWhole =
    degree >= 1 &&
    degree <= highestDegree &&
    points.length > degree &&
    points.length <= mostPoints &&
    knots.length === points.length + degree + 1 &&
    knots.every((knot, i) => Number.isFinite(knot) && knot >= (knots[i - 1] ?? -Infinity));
  if (!isWhole) return null;
  const line: Position[] = [];
  for (let span = degree; span < points.length; span += 1) {
    const [from, to] = [knots[span], knots[span + 1]] as [number, number];
    if (to <= from) continue;
    if (line.length === 0) line.push(placeAt(spline, span, from));
    for (let i = 1; i <= chords; i += 1) {
      line.push(placeAt(spline, span, from + ((to - from) * i) / chords));
    }
  }
  return line.length > 1 ? line : null;
}

/** Positions along a smooth line through points, as a program draws it that was given nothing else (Catmull and Rom). */
export function smoothThrough(points: readonly Position[]): Position[] {
  const line: Position[] = points.slice(0, 1);
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [p1, p2] = [points[i], points[i + 1]] as [Position, Position];
    const [p0, p3] = [points[i - 1] ?? p1, points[i + 2] ?? p2];
    for (let step = 1; step <= chords; step += 1) {
      const t = step / chords;
      const along = (a = 0, b = 0, c = 0, d = 0) =>
        b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
      line.push(
        step === chords
          ? p2
          : [along(p0[0], p1[0], p2[0], p3[0]), along(p0[1], p1[1], p2[1], p3[1])],
      );
    }
  }
  return line;
}
