import type { Position } from 'geojson';
import { localMetres } from '#shared/geo/local-metres.ts';

/**
 * How metres of a local drawing lie on the ground: turned, scaled and moved onto a plane in metres
 * around `origin`. East = a·x − b·y + east0, north = b·x + a·y + north0; with `swapped` the drawing
 * gives north before east.
 */
export interface LocalFrame {
  a: number;
  b: number;
  east0: number;
  north0: number;
  /** [longitude, latitude] in degrees, WGS84. */
  origin: Position;
  swapped: boolean;
}

/** Control points lie within so many metres of each other, where the plane is still true. */
const widestM = 50_000;

/** A place known both in the drawing and on the map. */
export interface ControlPoint {
  /** [x, y] as in the file. */
  from: Position;
  /** [longitude, latitude] in degrees, WGS84. */
  to: Position;
}

export interface FittedFrame {
  id: string;
  /** Metres of the ground to one unit of the drawing; about 1 when the drawing is in metres. */
  scale: number;
  /** Metres by which each control point misses its place; all 0 for two. */
  residualsM: number[];
}

/** Why control points do not do (key under `crs.refused`). */
export type FrameRefusal = { refused: 'tooFew' | 'samePlace' | 'tooFar' | 'badNumber' };

const format = /^LOCAL:(.+)$/;

function idOf({ a, b, east0, north0, origin, swapped }: LocalFrame): string {
  return `LOCAL:${[a, b, east0, north0, ...origin, swapped ? 1 : 0].join(',')}`;
}

/** The frame that an id `LOCAL:…` spells out; null when it is none. */
export function localFrameOf(id: string): LocalFrame | null {
  const numbers = format.exec(id)?.[1]?.split(',').map(Number);
  if (numbers?.length !== 7 || !numbers.every(Number.isFinite)) return null;
  const [a = 0, b = 0, east0 = 0, north0 = 0, x = 0, y = 0, swapped = 0] = numbers;
  if (a * a + b * b === 0 || Math.abs(x) > 180 || Math.abs(y) > 85) return null;
  return { a, b, east0, north0, origin: [x, y], swapped: swapped === 1 };
}

/** [longitude, latitude] of a position of the drawing. */
export function fromLocal(frame: LocalFrame, position: Position): Position {
  const [first = 0, second = 0] = position;
  const [x, y] = frame.swapped ? [second, first] : [first, second];
  const { a, b, east0, north0, origin } = frame;
  return localMetres(origin, false).from([a * x - b * y + east0, b * x + a * y + north0]);
}

/** The inverse of {@link fromLocal}. */
export function toLocal(frame: LocalFrame, place: Position): Position {
  const [east = 0, north = 0] = localMetres(frame.origin, false).to(place);
  const { a, b } = frame;
  const e = east - frame.east0;
  const n = north - frame.north0;
  const square = a * a + b * b;
  const x = (a * e + b * n) / square;
  const y = (a * n - b * e) / square;
  return frame.swapped ? [y, x] : [x, y];
}

function mean(points: readonly Position[]): Position {
  const sum = points.reduce(([x = 0, y = 0], [px = 0, py = 0]) => [x + px, y + py], [0, 0]);
  return sum.map((value) => value / points.length);
}

function fit(points: readonly ControlPoint[], swapped: boolean): LocalFrame {
  const origin = mean(points.map(({ to }) => to));
  const plane = localMetres(origin, false);
  const froms = points.map(({ from: [x = 0, y = 0] }): Position => (swapped ? [y, x] : [x, y]));
  const tos = points.map(({ to }) => plane.to(to));
  const [fx = 0, fy = 0] = mean(froms);
  const [tx = 0, ty = 0] = mean(tos);
  let [dot, cross, square] = [0, 0, 0];
  froms.forEach(([x = 0, y = 0], i) => {
    const [e = 0, n = 0] = tos[i] ?? [];
    dot += (x - fx) * (e - tx) + (y - fy) * (n - ty);
    cross += (x - fx) * (n - ty) - (y - fy) * (e - tx);
    square += (x - fx) ** 2 + (y - fy) ** 2;
  });
  const a = dot / square;
  const b = cross / square;
  return { a, b, east0: tx - a * fx + b * fy, north0: ty - b * fx - a * fy, origin, swapped };
}

function residuals(points: readonly ControlPoint[], frame: LocalFrame): number[] {
  const plane = localMetres(frame.origin, false);
  return points.map(({ from, to }) => {
    const [e1 = 0, n1 = 0] = plane.to(fromLocal(frame, from));
    const [e2 = 0, n2 = 0] = plane.to(to);
    return Math.hypot(e1 - e2, n1 - n2);
  });
}

/**
 * The frame that brings control points closest to their places (least squares, a similarity:
 * angles stay, one scale). Two points suffice; from three on the order of the axes is found too, and
 * the residuals tell whether a point is wrong.
 */
export function fitLocalFrame(points: readonly ControlPoint[]): FittedFrame | FrameRefusal {
  if (points.length < 2) return { refused: 'tooFew' };
  const numbers = points.flatMap(({ from, to }) => [...from.slice(0, 2), ...to.slice(0, 2)]);
  if (numbers.length !== 4 * points.length || !numbers.every(Number.isFinite)) {
    return { refused: 'badNumber' };
  }
  if (points.some(({ to: [x = 0, y = 0] }) => Math.abs(x) > 180 || Math.abs(y) > 85)) {
    return { refused: 'badNumber' };
  }
  const different = (of: (point: ControlPoint) => Position) =>
    points.some((point) => of(point).some((value, i) => value !== of(points[0]!)[i]));
  if (!different(({ from }) => from) || !different(({ to }) => to)) return { refused: 'samePlace' };
  const plain = fit(points, false);
  const far = localMetres(plain.origin, false);
  if (points.some(({ to }) => Math.hypot(...far.to(to)) > widestM)) return { refused: 'tooFar' };
  const worst = (frame: LocalFrame) => Math.max(...residuals(points, frame));
  const turned = points.length > 2 ? fit(points, true) : plain;
  const best = worst(turned) < 0.5 * worst(plain) ? turned : plain;
  return {
    id: idOf(best),
    scale: Math.hypot(best.a, best.b),
    residualsM: residuals(points, best),
  };
}
