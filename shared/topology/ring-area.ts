import { type CoverageGrid } from './coverage-grid.ts';

/** Metres; the radius that @turf/area uses, so that areas agree. */
const earthRadiusM = 6371008.8;

type Steps = Int32Array | Float64Array | readonly number[];

/** Twice the area of a closed ring in square steps (shoelace), counter-clockwise positive. */
export function doubleArea(x: Steps, y: Steps, start: number, end: number): number {
  const x0 = x[start]!;
  const y0 = y[start]!;
  let sum = 0;
  let ax = 0;
  let ay = 0;
  for (let i = start + 1; i < end; i++) {
    const bx = x[i]! - x0;
    const by = y[i]! - y0;
    sum += ax * by - ay * bx;
    ax = bx;
    ay = by;
  }
  return sum;
}

/**
 * Area on the sphere in m² by the trapezoid rule over the sines of the latitudes, which is the sum
 * @turf/area takes (Chamberlain and Duquette, JPL 07-03), counter-clockwise positive. The sines are
 * taken relative to that of the first vertex, so that small rings lose no digits.
 */
function sphericalArea(
  x: Steps,
  y: Steps,
  start: number,
  end: number,
  radiansPerStep: number,
  offsetY: number,
): number {
  const y0 = y[start]!;
  const phi = (y0 + offsetY) * radiansPerStep;
  const sinPhi = Math.sin(phi);
  const cosPhi = Math.cos(phi);
  let sum = 0;
  let ax = x[start]!;
  let sineA = 0;
  for (let i = start + 1; i < end; i++) {
    const d = (y[i]! - y0) * radiansPerStep;
    let sineB: number;
    if (d < 0.02 && d > -0.02) {
      const d2 = d * d;
      // Taylor: what is left out is below 1e-17 for |d| < 0.02 (about 1.1°).
      const sine = d * (1 - (d2 / 6) * (1 - (d2 / 20) * (1 - d2 / 42)));
      const versine = (d2 / 2) * (1 - (d2 / 12) * (1 - (d2 / 30) * (1 - d2 / 56)));
      sineB = cosPhi * sine - sinPhi * versine;
    } else {
      sineB = Math.sin(phi + d) - sinPhi;
    }
    const bx = x[i]!;
    sum -= (bx - ax) * (sineA + sineB);
    ax = bx;
    sineA = sineB;
  }
  return (sum * radiansPerStep * earthRadiusM * earthRadiusM) / 2;
}

/**
 * Signed area in m² of a closed ring given in grid steps (last vertex = first), vertices `start` to
 * `end` exclusive; counter-clockwise positive. On the sphere consistent with @turf/area, on a plane
 * the shoelace formula.
 */
export function ringArea(
  grid: CoverageGrid,
  x: Steps,
  y: Steps,
  start: number,
  end: number,
): number {
  if (grid.planar) {
    return doubleArea(x, y, start, end) / (2 * grid.stepsPerUnit * grid.stepsPerUnit);
  }
  return sphericalArea(x, y, start, end, Math.PI / 180 / grid.stepsPerUnit, grid.offsetY);
}

/**
 * What splitting a border at vertices changes in the area on the sphere, in m²: the part of the
 * trapezoid sum of the edge a→b alone, counter-clockwise positive. On a plane parts add up, so it
 * is never asked there. Steps without offset in x, with it in y.
 */
export function edgeArea(
  grid: CoverageGrid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const radians = Math.PI / 180 / grid.stepsPerUnit;
  const sines = Math.sin((ay + grid.offsetY) * radians) + Math.sin((by + grid.offsetY) * radians);
  return (-(bx - ax) * radians * sines * earthRadiusM * earthRadiusM) / 2;
}
