import type { Position } from 'geojson';

export { seededRandom } from '#shared/analysis/balance/seeded-random.ts';

/** A zone while it is being made: polygons of open rings (the first vertex is not repeated). */
export interface DraftZone {
  name: string;
  polygons: Position[][][];
}

export interface Draft {
  zones: DraftZone[];
  boundary: Position[];
  columns: number;
  rows: number;
  /** Metres between the corners of the grid of zones. */
  cellM: number;
  verticesPerSide: number;
  random: () => number;
}

/** To whole millimetres, which is the grid of planar data. */
export function toMillimetre(metres: number): number {
  return Math.round(metres * 1000) / 1000 + 0;
}
