import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import { filterPeriod, issueMatcher } from './filter-issues.ts';
import { monthMs } from './issue-summary.ts';
import {
  latitudeOf,
  longitudeOf,
  mercatorX,
  mercatorY,
  metresPerMercatorUnit,
} from './mercator.ts';

/** The columns of a chunk that the heat needs. */
export type HeatColumns = Pick<
  IssueChunk,
  'count' | 'longitude' | 'latitude' | 'issueClass' | 'classes' | 'status' | 'foundAt'
>;

export interface HeatOptions {
  filter: IssueFilter;
  utcOffsetMinutes: number;
  /** Distance in metres within which an issue spreads 95% of its weight (two standard deviations). */
  radiusM: number;
  /**
   * [west, south, east, north] in degrees: issues outside are left out, so that a few with wrong
   * coordinates do not stretch the grid until it shows nothing. Null takes all.
   */
  within: [number, number, number, number] | null;
}

/** Density on a grid whose columns and rows are equally spaced in Web Mercator. */
export interface HeatGrid {
  columns: number;
  rows: number;
  /** Issues per hectare and month; row by row from the north-west corner. */
  values: Float32Array<ArrayBuffer>;
  /** Outer edges of the grid in degrees. */
  bounds: { west: number; south: number; east: number; north: number };
  /** Side of a cell in units of Web Mercator, and Mercator x and y of the north-west corner. */
  cell: number;
  x: number;
  y: number;
  radiusM: number;
  /** Issues counted after the filter, and months of the period they are spread over. */
  count: number;
  months: number;
}

const cellsPerSigma = 3;
const longestSide = 2048;
const reachInSigmas = 3.5;
const shortestPeriodMs = 86_400_000;

/**
 * Issues per hectare and month as a smooth surface. Each issue is dealt to the four nearest cells
 * and spread by a Gaussian whose size is measured in metres at its own latitude; the grid reaches
 * beyond the outermost issue, so nothing is clipped and the density summed over the ground gives
 * the number of issues back. Null when no issue passes the filter.
 */
export function heatDensity(chunks: readonly HeatColumns[], options: HeatOptions): HeatGrid | null {
  const matcher = heatMatcher(options);
  const extent = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  let count = 0;
  for (const chunk of chunks) {
    const matches = matcher(chunk);
    for (let i = 0; i < chunk.count; i += 1) {
      if (!matches(i)) continue;
      const longitude = chunk.longitude[i] as number;
      const latitude = chunk.latitude[i] as number;
      if (longitude < extent.west) extent.west = longitude;
      if (longitude > extent.east) extent.east = longitude;
      if (latitude < extent.south) extent.south = latitude;
      if (latitude > extent.north) extent.north = latitude;
      count += 1;
    }
  }
  if (count === 0) return null;

  const left = mercatorX(fromGrid(extent.west));
  const right = mercatorX(fromGrid(extent.east));
  const top = mercatorY(fromGrid(extent.north));
  const bottom = mercatorY(fromGrid(extent.south));
  const sigma = options.radiusM / 2 / metresPerMercatorUnit(Math.min(top, 1 - bottom));
  const span = Math.max(right - left, bottom - top) + 2 * (reachInSigmas + 1) * sigma;
  const cell = Math.max(sigma / cellsPerSigma, span / (longestSide - 4));
  const margin = Math.ceil((reachInSigmas * sigma) / cell) + 2;
  const columns = Math.ceil((right - left) / cell) + 2 * margin;
  const rows = Math.ceil((bottom - top) / cell) + 2 * margin;
  const x = (left + right) / 2 - (columns * cell) / 2;
  const y = (top + bottom) / 2 - (rows * cell) / 2;

  const counts = new Float32Array(columns * rows);
  for (const chunk of chunks) {
    const matches = matcher(chunk);
    for (let i = 0; i < chunk.count; i += 1) {
      if (!matches(i)) continue;
      const column = (mercatorX(fromGrid(chunk.longitude[i] as number)) - x) / cell - 0.5;
      const row = (mercatorY(fromGrid(chunk.latitude[i] as number)) - y) / cell - 0.5;
      const c = Math.floor(column);
      const r = Math.floor(row);
      const east = column - c;
      const south = row - r;
      const at = r * columns + c;
      counts[at] = (counts[at] as number) + (1 - east) * (1 - south);
      counts[at + 1] = (counts[at + 1] as number) + east * (1 - south);
      counts[at + columns] = (counts[at + columns] as number) + (1 - east) * south;
      counts[at + columns + 1] = (counts[at + columns + 1] as number) + east * south;
    }
  }

  const kernels = Array.from({ length: rows }, (_, row) => {
    const metresPerCell = metresPerMercatorUnit(y + (row + 0.5) * cell) * cell;
    return gaussian(options.radiusM / 2 / metresPerCell, margin - 2);
  });
  const values = spread(counts, columns, rows, kernels);

  const months = periodMs(chunks, options) / monthMs;
  for (let row = 0; row < rows; row += 1) {
    const side = metresPerMercatorUnit(y + (row + 0.5) * cell) * cell;
    const perHectareMonth = 10_000 / (side * side * months);
    for (let at = row * columns; at < (row + 1) * columns; at += 1) {
      values[at] = (values[at] as number) * perHectareMonth;
    }
  }
  return {
    columns,
    rows,
    values,
    bounds: {
      west: longitudeOf(x),
      east: longitudeOf(x + columns * cell),
      north: latitudeOf(y),
      south: latitudeOf(y + rows * cell),
    },
    cell,
    x,
    y,
    radiusM: options.radiusM,
    count,
    months,
  };
}

function heatMatcher(options: HeatOptions): (chunk: HeatColumns) => (index: number) => boolean {
  const matcher = issueMatcher(options.filter, options.utcOffsetMinutes);
  if (!options.within) return matcher;
  const [west, south, east, north] = options.within.map(toGrid) as [number, number, number, number];
  return (chunk) => {
    const matches = matcher(chunk);
    const { longitude, latitude } = chunk;
    return (index) => {
      const x = longitude[index] as number;
      const y = latitude[index] as number;
      return x >= west && x <= east && y >= south && y <= north && matches(index);
    };
  };
}

/** Half of a Gaussian of `sigma` cells, cut at `reach` cells; both halves together weigh 1. */
function gaussian(sigma: number, reach: number): Float32Array {
  const half = new Float32Array(reach + 1);
  let sum = 0;
  for (let i = 0; i <= reach; i += 1) {
    // The weight that falls on a cell, not the height at its middle: exact for narrow kernels too.
    const weight = normal((i + 0.5) / sigma) - normal((i - 0.5) / sigma);
    half[i] = weight;
    sum += i === 0 ? weight : 2 * weight;
  }
  return half.map((weight) => weight / sum);
}

/** Normal distribution function (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
function normal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - polynomial * Math.exp(-x * x);
  return 0.5 * (1 + Math.sign(z) * erf);
}

/** Spreads each cell along its row, then along its column, by the kernel of the row it came from. */
function spread(
  counts: Float32Array,
  columns: number,
  rows: number,
  kernels: Float32Array[],
): Float32Array<ArrayBuffer> {
  const along = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const kernel = kernels[row] as Float32Array;
    for (let column = 0; column < columns; column += 1) {
      const weight = counts[row * columns + column] as number;
      if (weight === 0) continue;
      const at = row * columns + column;
      along[at] = (along[at] as number) + weight * (kernel[0] as number);
      for (let k = 1; k < kernel.length; k += 1) {
        const part = weight * (kernel[k] as number);
        along[at - k] = (along[at - k] as number) + part;
        along[at + k] = (along[at + k] as number) + part;
      }
    }
  }
  const out = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const kernel = kernels[row] as Float32Array;
    const start = row * columns;
    const line = along.subarray(start, start + columns);
    if (line.every((value) => value === 0)) continue;
    for (let k = 1 - kernel.length; k < kernel.length; k += 1) {
      const weight = kernel[Math.abs(k)] as number;
      const target = start + k * columns;
      for (let column = 0; column < columns; column += 1) {
        out[target + column] = (out[target + column] as number) + weight * (line[column] as number);
      }
    }
  }
  return out;
}

/**
 * Milliseconds over which the issues are spread: the filter's days, and where it sets no limit the
 * first or last issue found; at least a day.
 */
function periodMs(chunks: readonly HeatColumns[], options: HeatOptions): number {
  let [from, to] = filterPeriod(options.filter, options.utcOffsetMinutes);
  if (from === -Infinity || to === Infinity) {
    let first = Infinity;
    let last = -Infinity;
    for (const { foundAt, count } of chunks) {
      for (let i = 0; i < count; i += 1) {
        const found = foundAt[i] as number;
        if (found < from || found > to) continue;
        if (found < first) first = found;
        if (found > last) last = found;
      }
    }
    if (from === -Infinity) from = first;
    if (to === Infinity) to = last;
  }
  return Math.max(shortestPeriodMs, to - from);
}
