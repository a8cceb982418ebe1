import { distance, toVertex, type Vertex } from './vertex.ts';

/** Built-up places: centre, reach in metres, weight. Roughly where the district is urban. */
const centres: { at: Vertex; reach: number; weight: number }[] = (
  [
    [116.316, 39.983, 2600, 1],
    [116.345, 39.992, 2400, 0.9],
    [116.355, 39.965, 2300, 0.9],
    [116.325, 39.948, 2300, 0.95],
    [116.3, 39.928, 2600, 0.9],
    [116.287, 39.908, 2400, 0.85],
    [116.258, 39.918, 2200, 0.7],
    [116.34, 40.03, 2300, 0.75],
    [116.355, 40.058, 2000, 0.7],
    [116.305, 40.035, 2000, 0.7],
    [116.275, 40.027, 1900, 0.6],
    [116.24, 40.062, 1700, 0.4],
    [116.185, 40.043, 1500, 0.35],
    [116.2, 40.11, 1500, 0.25],
    [116.15, 40.078, 1500, 0.25],
    [116.24, 39.955, 2000, 0.35],
    [116.283, 39.953, 1600, 0.75],
    [116.33, 40.005, 1500, 0.5],
  ] as const
).map(([longitude, latitude, reach, weight]) => ({
  at: toVertex([longitude, latitude]),
  reach,
  weight,
}));

/** How built-up a place is, from 0.04 (mountain) to about 1.5 (centre). */
export function density(at: Vertex): number {
  return centres.reduce(
    (sum, { at: centre, reach, weight }) =>
      sum + weight * Math.exp(-((distance(at, centre) / reach) ** 2)),
    0.04,
  );
}
