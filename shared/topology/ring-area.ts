import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import type { CoverageGrid } from './coverage-grid.ts';

type Steps = Int32Array | Float64Array | readonly number[];

/** Rings that reach farther than this (radians) from their first vertex take the library's sines. */
const taylorLimit = 0.02;

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

/** Area on the sphere in m²; the formula of {@link ringAreaM2} in shared/geo, on packed steps. */
function sphericalArea(
  x: Steps,
  y: Steps,
  start: number,
  end: number,
  radiansPerStep: number,
  offsetY: number,
): number {
  const y0 = y[start]!;
  const base = (y0 + offsetY) * radiansPerStep;
  const sinBase = Math.sin(base);
  const cosBase = Math.cos(base);
  let sum = 0;
  let ax = x[start]!;
  let a = 0;
  for (let i = start + 1; i < end; i++) {
    const bx = x[i]!;
    const b = (y[i]! - y0) * radiansPerStep;
    const m = (a + b) / 2;
    const h = (b - a) / 2;
    const m2 = m * m;
    const h2 = h * h;
    let sine: number;
    let versine: number;
    if (m2 < taylorLimit * taylorLimit && h2 < taylorLimit * taylorLimit) {
      // What is left out is below 1e-17.
      sine = m * (1 - (m2 / 6) * (1 - (m2 / 20) * (1 - m2 / 42)));
      versine = (m2 / 2) * (1 - (m2 / 12) * (1 - (m2 / 30) * (1 - m2 / 56)));
    } else {
      sine = Math.sin(m);
      versine = 2 * Math.sin(m / 2) ** 2;
    }
    // 1 - sin(h) / h
    const less =
      h2 < taylorLimit * taylorLimit
        ? (h2 / 6) * (1 - (h2 / 20) * (1 - h2 / 42))
        : 1 - Math.sin(h) / h;
    // Mean of sin(base + δ) - sin(base) along the edge.
    const rise = cosBase * sine * (1 - less) - sinBase * (versine * (1 - less) + less);
    sum -= (bx - ax) * rise;
    ax = bx;
    a = b;
  }
  return sum * radiansPerStep * earthRadiusM * earthRadiusM;
}

/**
 * Signed area in m² of a closed ring given in grid steps (last vertex = first), vertices `start` to
 * `end` exclusive; counter-clockwise positive. On the sphere edges are straight in longitude and
 * latitude and integrated exactly, so that areas stay the same when an edge is split.
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
  const radiansPerStep = radiansPerDegree / grid.stepsPerUnit;
  return sphericalArea(x, y, start, end, radiansPerStep, grid.offsetY);
}
