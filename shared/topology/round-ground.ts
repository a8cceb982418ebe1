import type { Polygon, Position } from 'geojson';
import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import { unionGround } from './union-ground.ts';

/** Corners of a whole circle: at 500 m they leave 0.6 m between chord and arc, at 10 m 1 cm. */
const cornersRound = 64;

/** Degrees (or metres, when planar) of one metre to the east and to the north at a position. */
function perMetre([, y = 0]: Position, planar: boolean): [number, number] {
  if (planar) return [1, 1];
  const north = 1 / (radiansPerDegree * earthRadiusM);
  return [north / Math.max(1e-6, Math.cos(y * radiansPerDegree)), north];
}

/** The position `radiusM` metres away from `at` in the direction `angle` (from east, to the left). */
function away(at: Position, angle: number, radiusM: number, planar: boolean): Position {
  const [x = 0, y = 0] = at;
  const [east, north] = perMetre(at, planar);
  return [x + Math.cos(angle) * radiusM * east, y + Math.sin(angle) * radiusM * north];
}

/** Positions on the circle round `at`, from the angle `from` to the left through `turn`. */
function arc(at: Position, from: number, turn: number, radiusM: number, planar: boolean) {
  const steps = Math.max(1, Math.ceil((turn / (2 * Math.PI)) * cornersRound - 1e-9));
  return Array.from({ length: steps + 1 }, (_, i) =>
    away(at, from + (turn * i) / steps, radiusM, planar),
  );
}

function closed(ring: Position[]): Polygon {
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}

/** Direction in which a segment runs, as an angle from east, on the ground. */
function directionOf(a: Position, b: Position, planar: boolean): number {
  const middle = [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2];
  const [east, north] = perMetre(middle, planar);
  return Math.atan2(((b[1] ?? 0) - (a[1] ?? 0)) / north, ((b[0] ?? 0) - (a[0] ?? 0)) / east);
}

/**
 * What a band along a line is made of: a box along each segment, a wedge on the outer side of each
 * bend, half a circle at both ends. Pieces meet along edges with the same ends, so that rounding to
 * the grid opens no seam.
 */
function piecesOf(line: readonly Position[], halfM: number, planar: boolean): Polygon[] {
  const places = line.filter(
    ([x, y], i) => i === 0 || x !== line[i - 1]?.[0] || y !== line[i - 1]?.[1],
  );
  if (places.length < 2) return [];
  const first = places[0] ?? [];
  const last = places.at(-1) ?? [];
  const ring = places.length > 3 && first[0] === last[0] && first[1] === last[1];
  const directions = places.slice(1).map((b, i) => directionOf(places[i] ?? b, b, planar));
  const quarter = Math.PI / 2;
  const side = (at: Position, direction: number, sign: 1 | -1) =>
    away(at, direction + sign * quarter, halfM, planar);

  const pieces = directions.map((direction, i) => {
    const a = places[i] ?? [];
    const b = places[i + 1] ?? [];
    return closed([
      a,
      side(a, direction, -1),
      side(b, direction, -1),
      b,
      side(b, direction, 1),
      side(a, direction, 1),
    ]);
  });
  const bend = (at: Position, before: number, after: number) => {
    const turn = Math.atan2(Math.sin(after - before), Math.cos(after - before));
    if (turn === 0) return;
    // Both ends of the wedge are written as the boxes write them, to be the same to the last digit.
    const [from, to, start, end] =
      turn > 0
        ? [before - quarter, after - quarter, side(at, before, -1), side(at, after, -1)]
        : [after + quarter, before + quarter, side(at, after, 1), side(at, before, 1)];
    const between = arc(at, from, Math.abs(turn), halfM, planar).slice(1, -1);
    if (to !== from) pieces.push(closed([at, start, ...between, end]));
  };
  for (let i = 1; i < directions.length; i++) {
    bend(places[i] ?? [], directions[i - 1] ?? 0, directions[i] ?? 0);
  }
  const start = directions[0] ?? 0;
  const end = directions.at(-1) ?? 0;
  if (ring) {
    bend(first, end, start);
  } else {
    const cap = (at: Position, from: number) => arc(at, from, Math.PI, halfM, planar).slice(1, -1);
    pieces.push(
      closed([
        first,
        side(first, start, 1),
        ...cap(first, start + quarter),
        side(first, start, -1),
      ]),
      closed([last, side(last, end, -1), ...cap(last, end - quarter), side(last, end, 1)]),
    );
  }
  return pieces;
}

/**
 * All ground within `halfM` metres of the lines, as polygons on the grid; circles have
 * {@link cornersRound} corners that lie on the true circle. Lines without length have none.
 * Positions are [longitude, latitude] in degrees, or [x, y] in metres when `planar`.
 */
export function bandGround(
  lines: readonly (readonly Position[])[],
  halfM: number,
  planar: boolean,
): Polygon[] {
  return unionGround(
    lines.flatMap((line) => piecesOf(line, halfM, planar)),
    planar,
  );
}

/** The ground within `radiusM` metres of a position, on the grid; see {@link bandGround}. */
export function discGround(at: Position, radiusM: number, planar: boolean): Polygon[] {
  return unionGround([closed(arc(at, 0, 2 * Math.PI, radiusM, planar).slice(0, -1))], planar);
}
